package dev.inquest.ranking;

import dev.inquest.playbook.Catalogue;
import dev.inquest.playbook.Playbook;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Every number of the ranking; each can stand in a playbook's {@code detect.parameters}. Where
 * several playbooks give one, the first by id that does counts.
 */
public record RankSettings(
    Scan scan, Traces traces, Paths paths, Weights weights, Verdict verdict) {
  /**
   * @param minEffect beyond the baseline's reach, in units of its straying
   * @param recentSteps samples before the alert that may belong to the incident
   * @param recentLeast at least as long a stretch before the alert
   * @param shareFloor least scale of a share of failures
   */
  public record Scan(
      double minEffect,
      double reachQuantile,
      double scaleFloor,
      double zeroFloor,
      double shareFloor,
      int minBaseline,
      int recentSteps,
      Duration recentLeast,
      double falseDiscoveryRate) {}

  /**
   * @param callerShare of a slow connection that counts for the caller; all of it for the callee
   * @param minSeconds least rise of a mean that anyone feels
   * @param leastTotal part of all the time requests take that counts as the whole of the incident
   *     where less is lost
   * @param referenceGap a pause this many times the usual one, and a minute at least, ends a
   *     reference recorded on its own
   */
  public record Traces(
      int minSpans,
      double callerShare,
      double referenceGap,
      Duration recent,
      double minSeconds,
      double leastTotal) {}

  /**
   * @param minBefore times the step before must have been seen in the reference
   * @param minNew times the new step must have been seen
   * @param maxBefore share of the new step in the reference up to which it counts as new
   * @param minRise least rise of its share
   * @param continues what a turn that ends in neither an error nor early is worth
   */
  public record Paths(
      int minBefore, int minNew, double maxBefore, double minRise, double continues) {}

  /** What a sign of each aspect is worth, and how much less in some circumstances. */
  public record Weights(
      double error,
      double latency,
      double saturation,
      double network,
      double structure,
      double log,
      double traffic,
      double alert,
      double other,
      double cap,
      double wrongWay,
      double otherSymptom,
      double unreachable,
      double beneath,
      double leastShare) {
    double of(Aspect aspect) {
      return switch (aspect) {
        case ERROR -> error;
        case LATENCY -> latency;
        case SATURATION -> saturation;
        case NETWORK -> network;
        case STRUCTURE -> structure;
        case LOG -> log;
        case TRAFFIC -> traffic;
        case ALERT -> alert;
        case OTHER -> other;
      };
    }
  }

  /**
   * @param leastScore below which nothing is wrong with a node
   * @param sharpness of the confidence: how much a lead in score is worth
   */
  public record Verdict(double leastScore, double sharpness) {}

  public static RankSettings of(Catalogue catalogue) {
    Reader r = new Reader(catalogue.playbooks());
    return new RankSettings(scan(r), traces(r), paths(r), weights(r), verdict(r));
  }

  private static Scan scan(Reader r) {
    return new Scan(
        r.number("rank_min_effect", 2),
        r.number("rank_reach_quantile", 0.98),
        r.number("rank_scale_floor", 0.05),
        r.number("rank_zero_floor", 0.2),
        r.number("rank_share_floor", 0.002),
        (int) r.number("rank_min_baseline", 8),
        (int) r.number("rank_recent_steps", 4),
        r.seconds("rank_recent_least_s", 180),
        r.number("rank_false_discovery_rate", 0.05));
  }

  private static Traces traces(Reader r) {
    return new Traces(
        (int) r.number("rank_min_spans", 4),
        r.number("rank_caller_share", 0.25),
        r.number("rank_reference_gap", 10),
        r.seconds("rank_trace_recent_s", 150),
        r.number("rank_min_seconds", 0.005),
        r.number("rank_least_total", 0.1));
  }

  private static Paths paths(Reader r) {
    return new Paths(
        (int) r.number("rank_path_min_before", 4),
        (int) r.number("rank_path_min_new", 3),
        r.number("rank_path_max_before", 0.25),
        r.number("rank_path_min_rise", 0.1),
        r.number("rank_path_continues", 0.2));
  }

  private static Weights weights(Reader r) {
    return new Weights(
        r.number("rank_weight_error", 1),
        r.number("rank_weight_latency", 0.8),
        r.number("rank_weight_saturation", 1),
        r.number("rank_weight_network", 1),
        r.number("rank_weight_structure", 1),
        r.number("rank_weight_log", 0.5),
        r.number("rank_weight_traffic", 0.2),
        r.number("rank_weight_alert", 1),
        r.number("rank_weight_other", 0.2),
        r.number("rank_effect_cap", 100),
        r.number("rank_wrong_way", 0.2),
        r.number("rank_other_symptom", 0.5),
        r.number("rank_unreachable", 0.3),
        r.number("rank_beneath_traces", 0.2),
        r.number("rank_least_share", 0.05));
  }

  private static Verdict verdict(Reader r) {
    return new Verdict(r.number("rank_least_score", 0.5), r.number("rank_sharpness", 2));
  }

  private record Reader(List<Playbook> playbooks) {
    double number(String name, double otherwise) {
      ToDoubleFunction<Playbook> read = p -> p.detectParameter(name, Double.NaN);
      return playbooks.stream()
          .mapToDouble(read)
          .filter(Double::isFinite)
          .findFirst()
          .orElse(otherwise);
    }

    Duration seconds(String name, double otherwise) {
      return Duration.ofMillis(Math.round(number(name, otherwise) * 1e3));
    }
  }
}
