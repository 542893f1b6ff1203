package dev.inquest.ranking;

import dev.inquest.memory.BurstSettings;
import dev.inquest.memory.MemorySettings;
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
    Scan scan,
    Traces traces,
    Paths paths,
    Weights weights,
    Verdict verdict,
    BurstSettings burst,
    MemorySettings memory) {
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
   * @param enough requests; more of them make a turn no weightier
   */
  public record Paths(
      int minBefore,
      int minNew,
      double maxBefore,
      double minRise,
      double continues,
      double enough) {}

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
    return new RankSettings(
        scan(r), traces(r), paths(r), weights(r), verdict(r), burst(r), memory(r));
  }

  private static Scan scan(Reader r) {
    return new Scan(
        r.number("rank_min_effect"),
        r.number("rank_reach_quantile"),
        r.number("rank_scale_floor"),
        r.number("rank_zero_floor"),
        r.number("rank_share_floor"),
        r.count("rank_min_baseline"),
        r.count("rank_recent_steps"),
        r.seconds("rank_recent_least_s"),
        r.number("rank_false_discovery_rate"));
  }

  private static Traces traces(Reader r) {
    return new Traces(
        r.count("rank_min_spans"),
        r.number("rank_caller_share"),
        r.number("rank_reference_gap"),
        r.seconds("rank_trace_recent_s"),
        r.number("rank_min_seconds"),
        r.number("rank_least_total"));
  }

  private static Paths paths(Reader r) {
    return new Paths(
        r.count("rank_path_min_before"),
        r.count("rank_path_min_new"),
        r.number("rank_path_max_before"),
        r.number("rank_path_min_rise"),
        r.number("rank_path_continues"),
        r.number("rank_path_enough"));
  }

  private static Weights weights(Reader r) {
    return new Weights(
        r.number("rank_weight_error"),
        r.number("rank_weight_latency"),
        r.number("rank_weight_saturation"),
        r.number("rank_weight_network"),
        r.number("rank_weight_structure"),
        r.number("rank_weight_log"),
        r.number("rank_weight_traffic"),
        r.number("rank_weight_alert"),
        r.number("rank_weight_other"),
        r.number("rank_effect_cap"),
        r.number("rank_wrong_way"),
        r.number("rank_other_symptom"),
        r.number("rank_unreachable"),
        r.number("rank_beneath_traces"),
        r.number("rank_least_share"));
  }

  private static Verdict verdict(Reader r) {
    return new Verdict(r.number("rank_least_score"), r.number("rank_sharpness"));
  }

  private static BurstSettings burst(Reader r) {
    return new BurstSettings(
        r.count("burst_least_alarms"),
        r.number("burst_weight_measure"),
        r.number("burst_weight_call"),
        r.number("burst_weight_other"),
        r.number("burst_shared"),
        r.number("burst_explained"),
        r.number("burst_first"),
        r.number("burst_sharpness"));
  }

  private static MemorySettings memory(Reader r) {
    return new MemorySettings(
        r.number("memory_precision"),
        r.number("memory_few"),
        r.number("memory_burst_precision"),
        r.count("memory_least_seen"),
        r.number("memory_least_known"),
        r.number("memory_same_system"),
        r.number("memory_foreign"));
  }

  private record Reader(List<Playbook> playbooks) {
    /** The first playbook's that gives it; nothing is ever worth less than nothing. */
    double number(String name) {
      ToDoubleFunction<Playbook> read = p -> p.detectParameter(name, Double.NaN);
      double otherwise = RankParameters.DEFAULTS.getOrDefault(name, 0.0);
      double given =
          playbooks.stream()
              .mapToDouble(read)
              .filter(Double::isFinite)
              .findFirst()
              .orElse(otherwise);
      return Math.max(0, given);
    }

    int count(String name) {
      return (int) Math.max(1, number(name));
    }

    Duration seconds(String name) {
      return Duration.ofMillis(Math.round(number(name) * 1e3));
    }
  }
}
