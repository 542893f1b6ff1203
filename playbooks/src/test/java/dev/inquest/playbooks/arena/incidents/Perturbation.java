package dev.inquest.playbooks.arena.incidents;

import dev.inquest.alert.Alert;
import dev.inquest.evidence.LogRecord;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.SampledTrace;
import dev.inquest.evidence.Span;
import dev.inquest.playbooks.casefile.CaseFile;
import dev.inquest.topology.Topology;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The same incident, more or less of it seen. */
enum Perturbation {
  AS_IT_IS("as it is") {
    @Override
    CaseFile of(CaseFile file, SplittableRandom random) {
      return file;
    }
  },
  FIVE_FOLD("every request five times") {
    @Override
    CaseFile of(CaseFile file, SplittableRandom random) {
      return requests(file, 5);
    }
  },
  TEN_FOLD("every request ten times") {
    @Override
    CaseFile of(CaseFile file, SplittableRandom random) {
      return requests(file, 10);
    }
  },
  HALF_THE_REQUESTS("half of the requests") {
    @Override
    CaseFile of(CaseFile file, SplittableRandom random) {
      List<SampledTrace> kept = file.traces().stream().filter(t -> random.nextBoolean()).toList();
      Set<String> gone = ids(file.traces());
      gone.removeAll(ids(kept));
      List<LogRecord> logs =
          file.logs().stream()
              .filter(log -> !gone.contains(String.valueOf(log.traceId())))
              .toList();
      return with(file, file.alerts(), file.metrics(), kept, logs, file.topology());
    }
  },
  FOUR_SERIES_OF_FIVE("one series in five not there") {
    @Override
    CaseFile of(CaseFile file, SplittableRandom random) {
      return metrics(file, file.metrics().stream().filter(m -> random.nextInt(5) > 0).toList());
    }
  },
  NINE_SAMPLES_OF_TEN("one sample in ten not there") {
    @Override
    CaseFile of(CaseFile file, SplittableRandom random) {
      return samples(file, i -> random.nextInt(10) > 0);
    }
  },
  EVERY_SECOND_SAMPLE("every second sample") {
    @Override
    CaseFile of(CaseFile file, SplittableRandom random) {
      return samples(file, i -> i % 2 == 1);
    }
  },
  ALERT_EARLIER("the alert a minute earlier") {
    @Override
    CaseFile of(CaseFile file, SplittableRandom random) {
      return alerted(file, Duration.ofMinutes(-1));
    }
  },
  ALERT_LATER("the alert three minutes later") {
    @Override
    CaseFile of(CaseFile file, SplittableRandom random) {
      return alerted(file, Duration.ofMinutes(3));
    }
  },
  NO_LOGS("no logs") {
    @Override
    CaseFile of(CaseFile file, SplittableRandom random) {
      return with(file, file.alerts(), file.metrics(), file.traces(), List.of(), file.topology());
    }
  },
  NO_TRACES("no traces") {
    @Override
    CaseFile of(CaseFile file, SplittableRandom random) {
      return with(file, file.alerts(), file.metrics(), List.of(), file.logs(), file.topology());
    }
  },
  NO_METRICS("no metrics") {
    @Override
    CaseFile of(CaseFile file, SplittableRandom random) {
      return metrics(file, List.of());
    }
  },
  NO_TOPOLOGY("no topology") {
    @Override
    CaseFile of(CaseFile file, SplittableRandom random) {
      return with(file, file.alerts(), file.metrics(), file.traces(), file.logs(), Topology.EMPTY);
    }
  };

  private final String words;

  Perturbation(String words) {
    this.words = words;
  }

  abstract CaseFile of(CaseFile file, SplittableRandom random);

  String words() {
    return words;
  }

  private static CaseFile requests(CaseFile file, int times) {
    List<SampledTrace> traces = new ArrayList<>();
    List<LogRecord> logs = new ArrayList<>();
    for (int copy = 0; copy < times; copy++) {
      for (SampledTrace trace : file.traces()) {
        traces.add(copy(trace, copy));
      }
      for (LogRecord log : file.logs()) {
        logs.add(copy(log, copy));
      }
    }
    return with(file, file.alerts(), file.metrics(), traces, logs, file.topology());
  }

  private static SampledTrace copy(SampledTrace trace, int copy) {
    List<Span> spans =
        trace.spans().stream()
            .map(s ->
                new Span(
                    named(s.traceId(), copy),
                    named(s.spanId(), copy),
                    s.parentId() == null ? null : named(s.parentId(), copy),
                    s.service(),
                    s.instance(),
                    s.version(),
                    s.operation(),
                    s.kind(),
                    s.startNanos(),
                    s.durationNanos(),
                    s.error(),
                    s.attributes()))
            .toList();
    return new SampledTrace(spans, trace.weight(), trace.stratum());
  }

  private static LogRecord copy(LogRecord log, int copy) {
    return new LogRecord(
        log.at(),
        log.service(),
        log.instance(),
        log.version(),
        log.severity(),
        log.body(),
        orNull(log.traceId(), copy),
        orNull(log.spanId(), copy),
        log.attributes());
  }

  private static @Nullable String orNull(@Nullable String id, int copy) {
    return id == null ? null : named(id, copy);
  }

  private static String named(String id, int copy) {
    return copy == 0 ? id : copy + "-" + id;
  }

  private static Set<String> ids(List<SampledTrace> traces) {
    Set<String> ids = new HashSet<>();
    traces.forEach(trace -> ids.add(trace.spans().getFirst().traceId()));
    return ids;
  }

  private static CaseFile samples(CaseFile file, IntPredicate kept) {
    return metrics(
        file,
        file.metrics().stream()
            .map(m -> {
              int[] at = IntStream.range(0, m.size()).filter(kept).toArray();
              return new MetricSeries(
                  m.id(),
                  IntStream.of(at).mapToLong(m::millisAt).toArray(),
                  IntStream.of(at).mapToDouble(m::valueAt).toArray());
            })
            .toList());
  }

  private static CaseFile alerted(CaseFile file, Duration later) {
    List<Alert> alerts =
        file.alerts().stream()
            .map(a ->
                new Alert(
                    a.fingerprint(),
                    a.startsAt().plus(later),
                    a.endsAt(),
                    a.status(),
                    a.labels(),
                    a.annotations()))
            .toList();
    return with(file, alerts, file.metrics(), file.traces(), file.logs(), file.topology());
  }

  private static CaseFile metrics(CaseFile file, List<MetricSeries> metrics) {
    return with(file, file.alerts(), metrics, file.traces(), file.logs(), file.topology());
  }

  private static CaseFile with(
      CaseFile file,
      List<Alert> alerts,
      List<MetricSeries> metrics,
      List<SampledTrace> traces,
      List<LogRecord> logs,
      Topology topology) {
    return new CaseFile(
        file.info(), alerts, metrics, traces, logs, file.changes(), topology, file.probes());
  }
}
