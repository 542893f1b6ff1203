package dev.inquest.ranking;

import dev.inquest.analysis.BenjaminiHochberg;
import dev.inquest.analysis.Binomial;
import dev.inquest.evidence.LogRecord;
import dev.inquest.investigation.Sentences;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Statements that a service logs newly or far more often, of records that no span wrote; those that
 * a span wrote are judged in their place by {@link PathSigns}.
 */
final class LogSigns {
  private static final int MIN_RECORDS = 20;

  private final RankSettings settings;
  private final Instant cut;

  /**
   * @param cut from when on records may belong to the incident
   */
  LogSigns(RankSettings settings, Instant cut) {
    this.settings = settings;
    this.cut = cut;
  }

  private static final class Count {
    final LogRecord example;
    final LogLabels.Label label;
    int before;
    int after;

    Count(LogRecord example, LogLabels.Label label) {
      this.example = example;
      this.label = label;
    }
  }

  List<Sign> find(List<LogRecord> logs) {
    List<LogRecord> loose = logs.stream().filter(log -> log.spanId() == null).toList();
    long earlier = loose.stream().filter(log -> log.at().isBefore(cut)).count();
    if (earlier < MIN_RECORDS || loose.size() == earlier) {
      return List.of();
    }
    double usual = (double) (loose.size() - earlier) / loose.size();
    List<Count> counts = List.copyOf(counts(loose).values());
    double[] adjusted =
        BenjaminiHochberg.adjust(
            counts.stream()
                .mapToDouble(c -> Binomial.atLeast(c.after, c.before + c.after, usual))
                .toArray());
    List<Sign> signs = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      Count count = counts.get(i);
      boolean clear = adjusted[i] <= settings.scan().falseDiscoveryRate();
      if (clear && count.after >= settings.paths().minNew()) {
        signs.add(sign(count, usual, adjusted[i]));
      }
    }
    return signs;
  }

  private SortedMap<String, Count> counts(List<LogRecord> loose) {
    LogLabels labels = new LogLabels();
    SortedMap<String, Count> counts = new TreeMap<>();
    for (LogRecord log : loose) {
      LogLabels.Label label = labels.of(log);
      String key = log.service() + '\0' + log.instance() + '\0' + label.key();
      Count count = counts.computeIfAbsent(key, k -> new Count(log, label));
      if (log.at().isBefore(cut)) {
        count.before++;
      } else {
        count.after++;
      }
    }
    return counts;
  }

  private Sign sign(Count count, double usual, double pValue) {
    int all = count.before + count.after;
    @Nullable String instance = count.example.instance();
    return new Sign(
        count.example.service(),
        instance,
        Aspect.LOG,
        count.label.text(),
        all * Binomial.divergence((double) count.after / all, usual),
        true,
        count.before,
        count.after,
        count.label.error() ? 1 : settings.paths().continues(),
        0,
        pValue,
        null,
        List.of(),
        Sentences.plain(count.example.service())
            + " logged \""
            + Sentences.plain(count.label.text())
            + "\" "
            + count.after
            + " times since, "
            + count.before
            + " times before");
  }
}
