package dev.inquest.app.report;

import dev.inquest.evidence.SeriesId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The unit a series' name suggests, by the words OpenMetrics and Micrometer use for units. */
enum Unit {
  SECONDS {
    @Override
    String show(double value) {
      return Words.seconds(value);
    }
  },
  BYTES {
    @Override
    String show(double value) {
      double size = Math.abs(value);
      if (size >= 1 << 30) {
        return Words.number(value / (1 << 30)) + " GiB";
      }
      return size >= 1 << 20
          ? Words.number(value / (1 << 20)) + " MiB"
          : Words.number(value / 1024) + " KiB";
    }
  },
  PER_SECOND {
    @Override
    String show(double value) {
      return Words.number(value) + "/s";
    }
  },
  NONE {
    @Override
    String show(double value) {
      return Words.number(value);
    }
  };

  private static final Set<String> DURATIONS =
      Set.of("seconds", "duration", "latency", "time", "ms", "milliseconds");

  abstract String show(double value);

  static Unit of(SeriesId id) {
    if ("rate".equals(id.label("statistic"))) {
      return PER_SECOND;
    }
    Set<String> words =
        new HashSet<>(List.of(id.name().toLowerCase(Locale.ROOT).split("[^a-z]+", -1)));
    if (words.stream().anyMatch(DURATIONS::contains)) {
      return SECONDS;
    }
    return words.contains("bytes") ? BYTES : NONE;
  }
}
