package dev.inquest.connectors.postgresql;

import dev.inquest.connectors.postgresql.baseline.StatementStatistics;
import dev.inquest.connectors.postgresql.privilege.Proof;
import dev.inquest.connectors.postgresql.session.UntestableException;
import dev.inquest.evidence.CheckResult;
import dev.inquest.evidence.CheckResult.Complaint;
import dev.inquest.failure.FailureException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Looks at every database: reachable, unable to be written to, statistics there. */
final class TargetCheck {
  private static final Duration TIMEOUT = Duration.ofSeconds(4);
  private static final String SEES_ALL =
      """
      SELECT pg_catalog.pg_has_role(session_user, 'pg_read_all_stats', 'USAGE')
             OR pg_catalog.pg_has_role(session_user, 'pg_monitor', 'USAGE')
      """;

  private final Collection<Target> targets;

  TargetCheck(Collection<Target> targets) {
    this.targets = targets;
  }

  CheckResult run() {
    List<Complaint> complaints = new ArrayList<>();
    List<Complaint> warnings = new ArrayList<>();
    for (Found found : found()) {
      complaints.addAll(found.complaints());
      warnings.addAll(found.warnings());
    }
    return complaints.isEmpty()
        ? new CheckResult.Ok(
            targets.size() + " databases, each proved unable to be written to", warnings)
        : new CheckResult.Failed(complaints);
  }

  private record Found(List<Complaint> complaints, List<Complaint> warnings) {
    static Found complaint(Target target, String problem, String fix) {
      return new Found(List.of(new Complaint(prefixed(target, problem), fix)), List.of());
    }
  }

  /** All at once, so that dead ones do not add up. */
  private List<Found> found() {
    List<Callable<Found>> looks = new ArrayList<>();
    targets.forEach(target -> looks.add(() -> look(target)));
    List<Found> found = new ArrayList<>();
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Found>> answers =
          executor.invokeAll(looks, TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
      int i = 0;
      for (Target target : targets) {
        found.add(answer(target, answers.get(i++)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return found;
  }

  private static Found answer(Target target, Future<Found> future) throws InterruptedException {
    try {
      return future.get();
    } catch (CancellationException e) {
      return Found.complaint(
          target,
          "does not answer within " + TIMEOUT.toSeconds() + " s",
          "See that it is up and that its url is right.");
    } catch (ExecutionException e) {
      return Found.complaint(target, describe(e.getCause()), "See its url, username and password.");
    }
  }

  private static String describe(@Nullable Throwable cause) {
    return switch (cause) {
      case null -> "failed";
      case FailureException e -> e.failure().message();
      case UntestableException e -> e.sentence();
      default -> cause.getClass().getSimpleName();
    };
  }

  private static Found look(Target target) {
    Proof proof = target.database().prove();
    List<Complaint> violations = prefixed(target, proof.violations());
    List<Complaint> warnings = new ArrayList<>(prefixed(target, proof.warnings()));
    if (proof.holds()) {
      statistics(target).ifPresent(warnings::add);
    }
    return new Found(violations, warnings);
  }

  private static Optional<Complaint> statistics(Target target) {
    return target
        .database()
        .read(session -> {
          Optional<String> complaint = StatementStatistics.complaint(session);
          if (complaint.isPresent()) {
            return complaint.map(problem ->
                new Complaint(
                    prefixed(target, problem),
                    "Add pg_stat_statements to shared_preload_libraries, restart, and run"
                        + " CREATE EXTENSION pg_stat_statements;"));
          }
          if (Boolean.TRUE.equals(session.cell(SEES_ALL))) {
            return Optional.empty();
          }
          return Optional.of(
              new Complaint(
                  prefixed(target, "the role may not see other roles' statements"),
                  "GRANT pg_read_all_stats TO <the role>;"));
        });
  }

  private static List<Complaint> prefixed(Target target, List<Complaint> complaints) {
    return complaints.stream()
        .map(c -> new Complaint(prefixed(target, c.problem()), c.fix()))
        .toList();
  }

  private static String prefixed(Target target, String problem) {
    return target.database().name() + ": " + problem;
  }
}
