package dev.inquest.investigation;

import dev.inquest.change.Change;
import dev.inquest.change.ChangeKind;
import dev.inquest.diagnosis.Onset;
import dev.inquest.evidence.MetricSeries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds what is missing: instances that were measured regularly, and of which nothing came from
 * about the onset to the end, while others went on. A release or a new instance of the same service
 * about that time explains it; where all fall silent, nobody listens any more.
 */
final class Silences {
  /** Fewer samples do not show that an instance is measured regularly. */
  private static final int MIN_SAMPLES = 8;

  /** So many of its own steps without a sample are no late or lost one any more. */
  private static final int MIN_STEPS = 4;

  /** So many steps from the onset it may begin: each sees the moment by its own samples. */
  private static final int NEAR_STEPS = 3;

  private static final int MIN_SERVICES = 2;
  private static final double MAX_SHARE = 0.5;

  private final Collection<Heard> all;
  private final long end;
  private final List<Change> changes;

  private Silences(Collection<Heard> all, List<Change> changes) {
    this.all = all;
    this.end = all.stream().mapToLong(heard -> heard.last).max().orElse(0);
    this.changes = changes;
  }

  /** The silence of most services that began about then, if of several; the earlier of equals. */
  static Optional<Silence> about(Onset onset, Gathered gathered) {
    Map<String, Heard> heard = new TreeMap<>();
    for (MetricSeries series : gathered.metrics()) {
      String service = series.id().service();
      String instance = series.id().instance();
      if (service != null && instance != null) {
        heard.computeIfAbsent(service + '/' + instance, k -> new Heard(k, service)).take(series);
      }
    }
    return new Silences(heard.values(), gathered.changes()).about(onset);
  }

  private Optional<Silence> about(Onset onset) {
    List<Heard> regular = all.stream().filter(heard -> heard.samples >= MIN_SAMPLES).toList();
    List<Heard> silent =
        regular.stream()
            .filter(this::silent)
            .sorted(Comparator.<Heard>comparingLong(h -> h.last).thenComparing(h -> h.name))
            .toList();
    if (silent.isEmpty() || silent.size() > MAX_SHARE * regular.size()) {
      return Optional.empty();
    }
    return together(silent).stream()
        .filter(group -> near(group, onset))
        .map(group -> group.stream().filter(h -> !replaced(h)).toList())
        .filter(group -> !group.isEmpty())
        .map(Silences::silence)
        .filter(silence -> silence.services().size() >= MIN_SERVICES)
        .min(
            Comparator.<Silence>comparingInt(s -> -s.services().size())
                .thenComparing(s -> s.since().from()));
  }

  private boolean silent(Heard heard) {
    return end - heard.last >= MIN_STEPS * heard.step();
  }

  /** Those of which the last is heard within one step of the first of them. */
  private static List<List<Heard>> together(List<Heard> silent) {
    List<List<Heard>> groups = new ArrayList<>();
    for (Heard heard : silent) {
      if (groups.isEmpty()
          || heard.last - groups.getLast().getFirst().last > groups.getLast().getFirst().step()) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(heard);
    }
    return groups;
  }

  private static boolean near(List<Heard> group, Onset onset) {
    Heard first = group.getFirst();
    long slack = NEAR_STEPS * first.step();
    return first.last + slack >= onset.from().toEpochMilli()
        && first.last - slack <= onset.to().toEpochMilli();
  }

  /** An instance that came as it went, or a release of the service about that time. */
  private boolean replaced(Heard gone) {
    long slack = NEAR_STEPS * gone.step();
    boolean another =
        all.stream()
            .anyMatch(h ->
                h.service.equals(gone.service)
                    && h.first >= gone.last - slack
                    && h.first > gone.first);
    return another
        || changes.stream()
            .filter(change -> change.kind() == ChangeKind.DEPLOY)
            .filter(change -> gone.service.equals(change.service()))
            .anyMatch(change -> Math.abs(change.at().toEpochMilli() - gone.last) <= slack);
  }

  private static Silence silence(List<Heard> group) {
    Set<String> names =
        group.stream().map(h -> h.name).collect(Collectors.toCollection(TreeSet::new));
    Set<String> services =
        group.stream().map(h -> h.service).collect(Collectors.toCollection(TreeSet::new));
    Heard first = group.getFirst();
    Instant last = Instant.ofEpochMilli(first.last);
    return new Silence(names, services, new Onset(last, last.plusMillis(first.step())));
  }

  /** When an instance was heard, over all its series. */
  private static final class Heard {
    final String name;
    final String service;
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    int samples;
    private long span;

    Heard(String name, String service) {
      this.name = name;
      this.service = service;
    }

    void take(MetricSeries series) {
      int size = series.size();
      int end = size;
      while (end > 0 && !Double.isFinite(series.valueAt(end - 1))) {
        end--;
      }
      if (end == 0) {
        return;
      }
      first = Math.min(first, series.millisAt(0));
      last = Math.max(last, series.millisAt(end - 1));
      if (end > samples) {
        samples = end;
        span = series.millisAt(end - 1) - series.millisAt(0);
      }
    }

    /** Between two samples of its longest series, on average. */
    long step() {
      return span / (samples - 1);
    }
  }
}
