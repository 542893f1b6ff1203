package dev.inquest.app.investigation;

import dev.inquest.diagnosis.Cause;
import dev.inquest.diagnosis.Details;
import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.diagnosis.Onset;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.SeriesId;
import dev.inquest.hypothesis.CauseKind;
import dev.inquest.investigation.Detection;
import dev.inquest.investigation.Shift;
import dev.inquest.proposal.ProposalDraft;
import dev.inquest.proposal.ProposalKind;
import dev.inquest.proposal.ProposedFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A service that was fast, became slow a minute before a test began, and may recover. */
public final class Shop {
  private static final SeriesId LATENCY =
      SeriesId.of(
          "http_server_duration_seconds",
          Map.of("service", "checkout", "version", "41", "statistic", "p95"));
  private static final SeriesId AFTER_THE_FIX =
      SeriesId.of(
          "http_server_duration_seconds",
          Map.of("service", "checkout", "version", "42", "statistic", "p95"));
  private final Instant from;
  private final Instant onset;

  public Shop(Instant now) {
    this.onset = now.minusSeconds(60);
    this.from = now.minus(Duration.ofMinutes(10));
  }

  /** Slow since the onset, told up to some time to come. */
  public List<MetricSeries> slow(Instant until) {
    return List.of(series(LATENCY, from, until, onset, Instant.MAX));
  }

  /** Fast again from then on, under a new version. */
  List<MetricSeries> slowUntil(Instant mended) {
    return List.of(
        series(LATENCY, from, mended, onset, mended),
        series(AFTER_THE_FIX, mended, mended.plusSeconds(600), Instant.MAX, Instant.MAX));
  }

  private static MetricSeries series(
      SeriesId id, Instant from, Instant until, Instant bad, Instant good) {
    int samples = (int) Duration.between(from, until).toSeconds();
    long[] times = new long[samples];
    double[] values = new double[samples];
    for (int i = 0; i < samples; i++) {
      Instant at = from.plusSeconds(i);
      times[i] = at.toEpochMilli();
      boolean slow = !at.isBefore(bad) && at.isBefore(good);
      values[i] = (slow ? 0.9 : 0.02) + 0.001 * (i % 5);
    }
    return new MetricSeries(id, times, values);
  }

  Detection nothing() {
    return new Detection(null, List.of(), List.of());
  }

  public Detection detection() {
    Onset when = new Onset(onset.minusSeconds(2), onset.plusSeconds(2));
    Shift shift = new Shift("e3", LATENCY, when, 0.022, 0.902, 600, 500, 700, 1e-9);
    return new Detection(when, List.of(shift), List.of());
  }

  Diagnosis identified(String change) {
    Cause cause =
        new Cause(
            "checkout",
            null,
            CauseKind.DEPLOY,
            change,
            null,
            0.9,
            List.of("e3"),
            "h1",
            "It did it.");
    Onset when = new Onset(onset.minusSeconds(2), onset.plusSeconds(2));
    return new Diagnosis.Identified(
        change + " did it.",
        new Details(
            List.of(cause), List.of(), when, "checkout", List.of(), null, List.of(), "Slow."));
  }

  ProposalDraft draft(String file) {
    return new ProposalDraft(
        ProposalKind.MIGRATION,
        "set-by-the-engine",
        "checkout",
        "b".repeat(40),
        List.of(new ProposedFile("db/migration/" + file, "SELECT 1;")),
        null,
        "Add the index",
        "Add the index",
        "With evidence.",
        "Drop the index.",
        List.of("e3"),
        Map.of());
  }
}
