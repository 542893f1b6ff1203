package dev.inquest.app.investigation;

import dev.inquest.alert.AlertStatus;
import dev.inquest.app.storage.Diagnoses;
import dev.inquest.app.storage.Episodes.Episode;
import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.evidence.MetricQuery;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.MetricSource;
import dev.inquest.evidence.TimeWindow;
import dev.inquest.failure.FailureException;
import dev.inquest.investigation.EngineLimits;
import dev.inquest.investigation.Sources;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Judges whether the alert is resolved and what shifted has returned. */
@Component
class Recovery {
  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
  private static final Duration LONGEST_LOOK = Duration.ofHours(1);
  private static final int SAMPLES_A_WINDOW = 10;
  private final Diagnoses diagnoses;
  private final ShiftedBands bands;
  private final Sources sources;
  private final EngineLimits limits;
  private final RecoveryProperties properties;
  private final Clock clock;

  Recovery(
      Diagnoses diagnoses,
      ShiftedBands bands,
      Sources sources,
      EngineLimits limits,
      RecoveryProperties properties,
      Clock clock) {
    this.diagnoses = diagnoses;
    this.bands = bands;
    this.sources = sources;
    this.limits = limits;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * @param deployedAt when the fix was deployed; null where none was
   */
  RecoveryState judge(String incident, List<Episode> episodes, @Nullable Instant deployedAt) {
    Optional<Diagnoses.Revision> diagnosis = diagnoses.newest(incident);
    if (diagnosis.isEmpty()) {
      return new RecoveryState.NotYet("the first diagnosis is under way");
    }
    Instant resolvedAt = resolvedAt(episodes);
    if (resolvedAt == null) {
      return new RecoveryState.NotYet("an alert still fires");
    }
    List<Band> mustReturn = bands.of(diagnosis.get().investigation());
    boolean well = diagnosis.get().diagnosis() instanceof Diagnosis.Healthy;
    if (well || mustReturn.isEmpty()) {
      return new RecoveryState.NothingShifted(resolvedAt);
    }
    return look(mustReturn, resolvedAt, later(resolvedAt, deployedAt));
  }

  /** When the last alert ended; null while one fires. */
  private static @Nullable Instant resolvedAt(List<Episode> episodes) {
    Instant last = null;
    for (Episode episode : episodes) {
      Instant end = episode.alert().endsAt();
      if (episode.alert().status() == AlertStatus.FIRING || end == null) {
        return null;
      }
      last = last == null || end.isAfter(last) ? end : last;
    }
    return last;
  }

  private static Instant later(Instant one, @Nullable Instant other) {
    return other != null && other.isAfter(one) ? other : one;
  }

  private RecoveryState look(List<Band> mustReturn, Instant resolvedAt, Instant since) {
    Instant now = clock.instant();
    Instant from = since.isBefore(now.minus(LONGEST_LOOK)) ? now.minus(LONGEST_LOOK) : since;
    Duration step = step();
    RecoveryWindow window =
        new RecoveryWindow(
            mustReturn, read(mustReturn, from, now, step), properties.window(), step);
    Optional<Instant> start = window.first(from, now);
    if (start.isPresent()) {
      return new RecoveryState.Recovered(start.get());
    }
    if (now.isAfter(since.plus(properties.timeout()))) {
      String why = window.blind() ? "the metrics could not be read" : "the metrics did not return";
      return new RecoveryState.Unconfirmed(resolvedAt, why);
    }
    return new RecoveryState.Waiting(resolvedAt, mustReturn, properties.window());
  }

  private Duration step() {
    Duration wanted = properties.window().dividedBy(SAMPLES_A_WINDOW);
    Duration finest = wanted.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : wanted;
    return finest.compareTo(limits.step()) < 0 ? finest : limits.step();
  }

  private List<MetricSeries> read(List<Band> mustReturn, Instant from, Instant now, Duration step) {
    if (!from.isBefore(now)) {
      return List.of();
    }
    Set<String> services =
        mustReturn.stream()
            .map(Band::service)
            .filter(s -> !s.isEmpty())
            .collect(Collectors.toSet());
    MetricQuery query =
        new MetricQuery(
            services, new TimeWindow(from, now), step, limits.maxSeries(), limits.maxPoints());
    List<MetricSeries> series = new ArrayList<>();
    for (MetricSource source : sources.metrics()) {
      try {
        series.addAll(source.series(query).series());
      } catch (FailureException e) {
        LOG.warn("recovery cannot be read from {}: {}", source.name(), e.failure().code());
      }
    }
    return series;
  }
}
