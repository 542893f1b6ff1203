package dev.inquest.ranking;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Names of the ranking's numbers as playbooks spell them, and what counts where none gives one. */
public final class RankParameters {
  public static final SortedMap<String, Double> DEFAULTS = defaults();

  private RankParameters() {}

  private static SortedMap<String, Double> defaults() {
    SortedMap<String, Double> d = new TreeMap<>();
    d.put("rank_min_effect", 2.0);
    d.put("rank_reach_quantile", 0.98);
    d.put("rank_scale_floor", 0.05);
    d.put("rank_zero_floor", 0.2);
    d.put("rank_share_floor", 0.002);
    d.put("rank_min_baseline", 8.0);
    d.put("rank_recent_steps", 4.0);
    d.put("rank_recent_least_s", 180.0);
    d.put("rank_false_discovery_rate", 0.05);
    d.put("rank_min_spans", 4.0);
    d.put("rank_caller_share", 0.25);
    d.put("rank_reference_gap", 10.0);
    d.put("rank_trace_recent_s", 150.0);
    d.put("rank_min_seconds", 0.005);
    d.put("rank_least_total", 0.1);
    d.put("rank_path_min_before", 4.0);
    d.put("rank_path_min_new", 3.0);
    d.put("rank_path_max_before", 0.25);
    d.put("rank_path_min_rise", 0.1);
    d.put("rank_path_continues", 0.2);
    d.put("rank_path_enough", 80.0);
    d.put("rank_weight_error", 1.0);
    d.put("rank_weight_latency", 0.8);
    d.put("rank_weight_saturation", 1.0);
    d.put("rank_weight_network", 1.0);
    d.put("rank_weight_structure", 1.0);
    d.put("rank_weight_log", 0.5);
    d.put("rank_weight_traffic", 0.2);
    d.put("rank_weight_alert", 1.0);
    d.put("rank_weight_other", 0.2);
    d.put("rank_effect_cap", 100.0);
    d.put("rank_wrong_way", 0.2);
    d.put("rank_other_symptom", 0.5);
    d.put("rank_unreachable", 0.3);
    d.put("rank_beneath_traces", 0.2);
    d.put("rank_least_share", 0.05);
    d.put("rank_least_score", 0.5);
    d.put("rank_sharpness", 4.0);
    d.put("burst_least_alarms", 3.0);
    d.put("burst_weight_measure", 1.0);
    d.put("burst_weight_call", 0.5);
    d.put("burst_weight_other", 0.1);
    d.put("burst_shared", 0.25);
    d.put("burst_explained", 0.5);
    d.put("burst_first", 2.0);
    d.put("burst_sharpness", 0.5);
    d.put("memory_precision", 2.0);
    d.put("memory_few", 10.0);
    d.put("memory_burst_precision", 10.0);
    d.put("memory_least_seen", 2.0);
    d.put("memory_least_known", 0.5);
    d.put("memory_same_system", 0.5);
    d.put("memory_foreign", 0.5);
    return Collections.unmodifiableSortedMap(d);
  }
}
