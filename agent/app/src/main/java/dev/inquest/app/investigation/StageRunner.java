package dev.inquest.app.investigation;

import dev.inquest.app.investigation.Findings.Finding;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.investigation.Stage;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Runs one stage within the investigation's time, again where a failure says that this can help.
 */
@Component
class StageRunner {
  private static final Logger LOG = LoggerFactory.getLogger(StageRunner.class);
  private static final int MAX_TRIES = 3;
  private static final Duration PAUSE = Duration.ofMillis(300);

  /** Concluding and proposing get a moment even when the time is used up. */
  private static final Duration LEAST = Duration.ofSeconds(10);

  private final Stages stages;
  private final ObservationRegistry observations;
  private final Clock clock;

  StageRunner(Stages stages, ObservationRegistry observations, Clock clock) {
    this.stages = stages;
    this.observations = observations;
    this.clock = clock;
  }

  StageOutcome run(Stage stage, Run run) {
    Failure last = null;
    for (int attempt = 1; attempt <= MAX_TRIES; attempt++) {
      StageOutcome outcome = observed(stage, run);
      if (!(outcome instanceof StageOutcome.Failed(Failure failure))) {
        return outcome;
      }
      LOG.warn("{}: stage {} failed: {}", run.incident(), stage, failure.code());
      last = failure;
      if (!failure.retryable() || run.budget().expired()) {
        return outcome;
      }
      run.book().drain();
      LockSupport.parkNanos(PAUSE.multipliedBy(attempt).toNanos());
    }
    return new StageOutcome.Failed(java.util.Objects.requireNonNull(last));
  }

  private StageOutcome observed(Stage stage, Run run) {
    String name = stage.name().toLowerCase(Locale.ROOT);
    Observation observation =
        Observation.createNotStarted("inquest.stage", observations)
            .contextualName("stage " + name)
            .lowCardinalityKeyValue("stage", name)
            .highCardinalityKeyValue("incident", run.incident());
    return java.util.Objects.requireNonNull(observation.observe(() -> once(stage, run)));
  }

  private StageOutcome once(Stage stage, Run run) {
    boolean reporting = stage == Stage.CONCLUDE || stage == Stage.PROPOSE;
    if (run.budget().expired() && !reporting) {
      return failed("budget-time", stage, "the investigation's time is used up", false);
    }
    FutureTask<Finding> task = new FutureTask<>(() -> stages.run(stage, run));
    Thread.ofVirtual().name("stage-" + stage).start(task);
    try {
      return new StageOutcome.Done(
          task.get(left(run, reporting).toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      task.cancel(true);
      return failed("budget-time", stage, "the investigation's time is used up", false);
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw new FailureException(
          Failure.transientFailure("interrupted", run.incident(), "the process is stopping"), e);
    } catch (CancellationException e) {
      return failed("cancelled", stage, "the stage was cancelled", false);
    } catch (ExecutionException e) {
      return failed(stage, e.getCause());
    }
  }

  private Duration left(Run run, boolean reporting) {
    Duration left = Duration.between(clock.instant(), run.budget().deadline());
    return reporting && left.compareTo(LEAST) < 0 ? LEAST : left;
  }

  private static StageOutcome failed(Stage stage, @Nullable Throwable cause) {
    if (cause instanceof FailureException known) {
      return new StageOutcome.Failed(known.failure());
    }
    LOG.error("stage {} has a defect", stage, cause);
    return failed(
        "stage-defect",
        stage,
        "the stage broke: " + (cause == null ? "unknown" : cause.getClass().getSimpleName()),
        false);
  }

  private static StageOutcome failed(String code, Stage stage, String message, boolean retryable) {
    String subject = stage.name().toLowerCase(Locale.ROOT);
    return new StageOutcome.Failed(new Failure(code, subject, message, retryable));
  }
}
