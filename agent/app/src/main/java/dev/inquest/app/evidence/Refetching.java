package dev.inquest.app.evidence;

import dev.inquest.app.config.LimitProperties;
import dev.inquest.app.evidence.EvidenceDetail.Basis;
import dev.inquest.app.storage.EvidenceRows;
import dev.inquest.app.storage.StoredEvidenceBook;
import dev.inquest.evidence.Evidence;
import dev.inquest.evidence.EvidenceKind;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.investigation.Sources;
import dev.inquest.limit.Budget;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * Asks the same source the same stored query again, under the guards and limits of an
 * investigation, and compares digests. Writes nothing.
 */
@Component
class Refetching {
  private static final int MAX_AT_ONCE = 4;

  /** As long as a gathering investigation waits for one source. */
  private static final Duration MAX_PATIENCE = Duration.ofSeconds(30);

  private final EvidenceRows rows;
  private final Sources sources;
  private final LimitProperties limits;
  private final Clock clock;
  private final Semaphore running = new Semaphore(MAX_AT_ONCE);

  Refetching(EvidenceRows rows, Sources sources, LimitProperties limits, Clock clock) {
    this.rows = rows;
    this.sources = sources;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * @throws FailureException {@code no-such-evidence}; {@code refetch-busy} while enough are asked
   */
  Refetched again(String incident, String id) {
    EvidenceRows.Read stored = EvidenceDetail.find(rows, incident, id);
    Optional<String> request = rows.request(incident, id);
    if (request.isEmpty()) {
      return computed(incident, stored.evidence());
    }
    if (!running.tryAcquire()) {
      throw new FailureException(
          Failure.transientFailure("refetch-busy", id, "enough evidence is being fetched now"));
    }
    try {
      return compared(incident, stored, new Question(stored, request.get(), sources));
    } finally {
      running.release();
    }
  }

  private Refetched computed(String incident, Evidence evidence) {
    List<Basis> basis = EvidenceDetail.basis(rows, incident, evidence);
    String why =
        basis.isEmpty()
            ? "It was computed by the engine from what it had gathered; no source holds it."
            : "It was computed by the engine: ask what it rests on again.";
    return Refetched.cannot(incident, evidence, why, clock.instant(), basis);
  }

  private Refetched compared(String incident, EvidenceRows.Read stored, Question question) {
    Evidence evidence = stored.evidence();
    try {
      Duration patience = shorter(MAX_PATIENCE, limits.investigationTimeout());
      Budget budget = new Budget(clock, clock.instant().plus(patience), 1);
      byte[] again =
          Patience.within(
              patience,
              evidence.source(),
              () -> {
                budget.spendQuery(evidence.source());
                return question.ask();
              });
      return compared(incident, evidence, again);
    } catch (FailureException e) {
      String why = "Not answered (" + e.failure().code() + "): " + e.failure().message() + ".";
      return Refetched.cannot(incident, evidence, why, clock.instant(), List.of());
    }
  }

  private Refetched compared(String incident, Evidence evidence, byte[] again) {
    String digest = StoredEvidenceBook.sha256(again);
    boolean same = digest.equals(evidence.sha256());
    return new Refetched(
        incident,
        evidence.id(),
        same ? Refetched.Outcome.SAME : Refetched.Outcome.DIFFERS,
        same ? null : whyDifferent(evidence.kind()),
        clock.instant(),
        evidence.sha256(),
        evidence.bytes(),
        digest,
        (long) again.length,
        List.of());
  }

  private static String whyDifferent(EvidenceKind kind) {
    return kind == EvidenceKind.DATABASE
        ? "A database tells how it stands when it is asked, not how it stood then."
        : "The source no longer answers the same for that time: it took in more, or forgot some.";
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
