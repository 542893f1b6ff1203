package dev.inquest.app.report;

import dev.inquest.diagnosis.Cause;
import dev.inquest.diagnosis.Details;
import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.diagnosis.Onset;
import dev.inquest.diagnosis.RefutedChange;
import dev.inquest.evidence.Evidence;
import dev.inquest.evidence.EvidenceKind;
import dev.inquest.hypothesis.CauseKind;
import dev.inquest.hypothesis.Hypothesis;
import dev.inquest.investigation.Detection;
import dev.inquest.investigation.DistinguishingAttribute;
import dev.inquest.investigation.OperationShift;
import dev.inquest.verification.Examined;
import dev.inquest.verification.Outcome;
import dev.inquest.verification.Verification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Stories for tests: one with everything in it, hostile text included. */
public final class Stories {
  public static final Instant START = Instant.parse("2026-03-01T03:00:00Z");

  /** What a log line, a label or a commit title might try. */
  public static final String HOSTILE = "<script>alert(1)</script> [x](javascript:y) `z` \u0007";

  private Stories() {}

  public static Story identified() {
    return story(
        new Diagnosis.Identified("Commit 4f2a91c sends a query that no index serves.", details()),
        List.of(fix()));
  }

  public static Story underWay() {
    return story(null, List.of());
  }

  public static Story healthy() {
    return story(
        new Diagnosis.Healthy(
            "Nothing shifted: the alert looks false.",
            new Details(
                List.of(), List.of(), null, null, List.of(), null, List.of("logs"), "None.")),
        List.of());
  }

  private static Details details() {
    return new Details(
        List.of(cause(0.94, "commit 4f2a91c added a query without an index"), cause(0.03, "load")),
        List.of(
            new RefutedChange(
                "8c1d22e",
                "Reword " + HOSTILE,
                "changes only a log text " + HOSTILE,
                List.of("e8")),
            new RefutedChange(
                "b77e010", null, "changes only a log text " + HOSTILE, List.of("e8"))),
        new Onset(START.plusSeconds(40), START.plusSeconds(43)),
        "deliveries",
        List.of("front"),
        "add-index",
        List.of("logs: none were sent", "control-services of h1: no other service"),
        "p95 of deliveries is 240 ms, was 12 ms; 1 in 4 requests is slow.");
  }

  private static Cause cause(double confidence, String claim) {
    return new Cause(
        "deliveries",
        null,
        CauseKind.COMMIT,
        "4f2a91c",
        "parcels.ref",
        confidence,
        List.of("e7", "e9"),
        "h1",
        claim);
  }

  private static Story story(@Nullable Diagnosis diagnosis, List<Story.Fix> fixes) {
    return new Story(
        "inc-0001",
        "open",
        "deliveries",
        "Latency of deliveries " + HOSTILE,
        START.plusSeconds(50),
        START.plusSeconds(45),
        null,
        null,
        List.of(new Story.AlertLine("HighLatency", "firing", START, null, HOSTILE)),
        diagnosis == null ? 0 : 1,
        diagnosis,
        new Detection(null, List.of(), diagnosis == null ? List.of() : List.of(operation())),
        diagnosis == null ? List.of() : List.of(examined()),
        List.of(evidence()),
        diagnosis instanceof Diagnosis.Identified ? List.of(picture()) : List.of(),
        List.of(new Story.Moment(START.plusSeconds(50), "alert", "HighLatency fires " + HOSTILE)),
        fixes,
        new Mttr(8.2, 6.1, null, null, null, null));
  }

  private static OperationShift operation() {
    return new OperationShift(
        "e9",
        "deliveries",
        "SELECT parcels",
        0.001,
        0.21,
        0.003,
        0.24,
        0,
        0.01,
        210,
        180,
        1e-9,
        List.of(new DistinguishingAttribute("e11", "tenant", "acme " + HOSTILE, 0.92, 0.04)));
  }

  private static Examined examined() {
    return new Examined(
        new Hypothesis(
            "h1",
            CauseKind.COMMIT,
            "deliveries",
            null,
            "4f2a91c",
            null,
            "database-missing-index",
            "commit 4f2a91c added a query without an index",
            0.2,
            List.of("statement-shift")),
        List.of(
            new Verification(
                "statement-shift",
                new Outcome.Supported("new statement, 18/s"),
                2.1,
                List.of("e7")),
            new Verification(
                "index-rehearsal",
                new Outcome.Supported("on a copy it was faster"),
                2.1,
                List.of("e9"),
                new TreeMap<>(
                    Map.of(
                        "table", "parcels",
                        "columns", "ref",
                        "before_ms", "22.7",
                        "after_ms", "5.7",
                        "sample_rows", "200000.0"))),
            new Verification(
                "control-services", new Outcome.Untestable("no other service"), 0, List.of())));
  }

  private static Evidence evidence() {
    return new Evidence(
        "e7",
        EvidenceKind.METRIC_SHIFT,
        "engine",
        START,
        "robust-mean-shift over e1",
        "p95 rose " + HOSTILE,
        "ab".repeat(32),
        812,
        List.of("e1"),
        new TreeMap<>());
  }

  static Picture picture() {
    List<Picture.Point> points = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      double value = i < 41 ? 0.011 + 0.002 * (i % 3) : 0.23 + 0.01 * (i % 4);
      points.add(new Picture.Point(START.plusSeconds(i), value, Words.seconds(value)));
    }
    return new Picture(
        "http_server_requests_seconds p95 of deliveries",
        "12 ms before, 240 ms after",
        "SECONDS",
        points,
        new Onset(START.plusSeconds(40), START.plusSeconds(43)),
        List.of(
            new Picture.Marker(START.plusSeconds(31), "deploy 8c1d22e", false),
            new Picture.Marker(START.plusSeconds(40), "deploy 4f2a91c", true),
            new Picture.Marker(START.plusSeconds(46), "deploy b77e010", false)),
        "e7");
  }

  private static Story.Fix fix() {
    return new Story.Fix(
        "pr-0123-1",
        "asked",
        "0123456789abcdef",
        "medium",
        "Add an index to parcels(ref)",
        """
        --- /dev/null
        +++ b/db/migration/V7__add_index_parcels_ref.sql
        @@ -0,0 +1 @@
        +CREATE INDEX CONCURRENTLY parcels_ref_idx ON parcels (ref);
        """,
        "DROP INDEX CONCURRENTLY parcels_ref_idx;",
        null,
        null,
        null,
        "http://127.0.0.1:8081/proposals/pr-0123-1");
  }
}
