package dev.inquest.connectors.prometheus;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes expressions. Each family's carries two labels of ours, since functions drop the name: the
 * family, and the statistic where there are several; so many can be asked at once, joined by {@code
 * or}.
 */
final class PromQl {
  static final String FAMILY_LABEL = "inquest_family";
  static final String STATISTIC_LABEL = "statistic";
  private static final Map<String, String> QUANTILES =
      new TreeMap<>(Map.of("p50", "0.5", "p95", "0.95", "p99", "0.99"));

  private final Set<String> services;
  private final String step;
  private final List<String> rateWindows;

  /**
   * @param finest step: two of them hold two samples where scrapes are as fine
   * @param rateWindow what is averaged over where they do not
   */
  PromQl(Set<String> services, Duration step, Duration finest, Duration rateWindow) {
    this.services = new TreeSet<>(services);
    this.step = shortOf(step);
    Duration near = longer(step, finest.multipliedBy(2));
    Duration far = longer(rateWindow, step.multipliedBy(2));
    this.rateWindows =
        near.compareTo(far) < 0 ? List.of(shortOf(near), seconds(far)) : List.of(seconds(far));
  }

  /** Ranges hold both their ends before version 3: a step must not see the sample before it. */
  private static String shortOf(Duration range) {
    return (range.toMillis() - 1) + "ms";
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /** Selects the series of these services: for {@code match[]}. */
  String selector(String serviceLabel) {
    return "{" + matcher(serviceLabel) + "}";
  }

  String together(List<Family> families) {
    return families.stream().map(this::expression).collect(Collectors.joining("\nor "));
  }

  String expression(Family family) {
    return switch (family.kind()) {
      case GAUGE -> tagged(family, "", "last_over_time(" + range(family, "", "", step) + ")");
      case COUNTER -> tagged(family, "", rate(family, ""));
      case CLASSIC_HISTOGRAM -> quantiles(family, rate(family, "_bucket")) + sumAndCount(family);
      case NATIVE_HISTOGRAM -> quantiles(family, rate(family, "")) + nativeSumAndCount(family);
      case SUMMARY -> summaryQuantiles(family) + sumAndCount(family);
    };
  }

  private static String quantiles(Family family, String buckets) {
    return QUANTILES.entrySet().stream()
        .map(q ->
            tagged(family, q.getKey(), "histogram_quantile(" + q.getValue() + ", " + buckets + ")"))
        .collect(Collectors.joining("\nor "));
  }

  private String summaryQuantiles(Family family) {
    return QUANTILES.entrySet().stream()
        .map(q -> {
          String quantile = ",quantile=\"" + q.getValue() + "\"";
          String samples = "last_over_time(" + range(family, "", quantile, step) + ")";
          return tagged(family, q.getKey(), samples);
        })
        .collect(Collectors.joining("\nor "));
  }

  private String sumAndCount(Family family) {
    String count = rate(family, "_count");
    return "\nor "
        + tagged(family, "mean", rate(family, "_sum") + " / " + count)
        + "\nor "
        + tagged(family, "rate", count);
  }

  private String nativeSumAndCount(Family family) {
    String rate = rate(family, "");
    String count = "histogram_count(" + rate + ")";
    return "\nor "
        + tagged(family, "mean", "histogram_sum(" + rate + ") / " + count)
        + "\nor "
        + tagged(family, "rate", count);
  }

  /**
   * Over as few scrapes as make a rate: windows that overlap make neighbours alike and a step
   * gradual. Where a scrape is missing, or they are rarer, over the wider window.
   */
  private String rate(Family family, String suffix) {
    return rateWindows.stream()
        .map(window -> "rate(" + range(family, suffix, "", window) + ")")
        .collect(Collectors.joining(" or ", "(", ")"));
  }

  private String range(Family family, String suffix, String more, String window) {
    return family.name()
        + suffix
        + "{"
        + matcher(family.serviceLabel())
        + more
        + "}["
        + window
        + "]";
  }

  private static String tagged(Family family, String statistic, String expression) {
    String named = label(expression, FAMILY_LABEL, family.name());
    return statistic.isEmpty() ? named : label(named, STATISTIC_LABEL, statistic);
  }

  private static String label(String expression, String label, String value) {
    return "label_replace(" + expression + ", \"" + label + "\", \"" + value + "\", \"\", \"\")";
  }

  private String matcher(String label) {
    if (services.isEmpty()) {
      return label + "!=\"\"";
    }
    if (services.size() == 1) {
      return label + "=" + quoted(services.iterator().next());
    }
    String any = services.stream().map(PromQl::literal).collect(Collectors.joining("|"));
    return label + "=~" + quoted(any);
  }

  /** A string literal of PromQL. */
  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }

  /** A regular expression (RE2) that matches exactly the text. */
  private static String literal(String text) {
    return text.replaceAll("[\\\\.+*?()|\\[\\]{}^$]", "\\\\$0");
  }

  private static String seconds(Duration duration) {
    return duration.toSeconds() + "s";
  }
}
