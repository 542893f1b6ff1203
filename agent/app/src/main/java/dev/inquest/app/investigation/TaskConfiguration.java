package dev.inquest.app.investigation;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.inquest.app.investigation.InvestigationStarter.Started;
import dev.inquest.app.learn.Learning;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What each kind of durable work does. A task that throws is tried again soon. */
@Configuration(proxyBeanMethods = false)
class TaskConfiguration {
  private static final Duration RETRY = Duration.ofSeconds(2);
  private static final Duration MAX_RETRY = Duration.ofMinutes(5);
  private static final Duration BUSY = Duration.ofSeconds(3);

  private final Clock clock;

  TaskConfiguration(Clock clock) {
    this.clock = clock;
  }

  @Bean
  Task<TaskId> investigateTask(InvestigationRunner runner) {
    return task(
        Work.INVESTIGATE,
        (id, instance) -> {
          runner.run(UUID.fromString(id));
          return null;
        });
  }

  @Bean
  Task<TaskId> againTask(Again again) {
    return task(
        Work.AGAIN,
        (id, instance) -> again.look(id, reason(instance)) == Started.BUSY ? BUSY : null);
  }

  @Bean
  Task<TaskId> watchTask(Watch watch) {
    return task(Work.WATCH, (id, instance) -> watch.round(id));
  }

  @Bean
  Task<TaskId> learnTask(Learning learning) {
    return task(
        Work.LEARN,
        (id, instance) -> {
          learning.from(id);
          return null;
        });
  }

  /** Does a round of work; null when it is done, else how long until the next round. */
  private interface Round {
    @org.jspecify.annotations.Nullable
    Duration run(String id, String instance);
  }

  private Task<TaskId> task(TaskDescriptor<TaskId> descriptor, Round round) {
    return Tasks.custom(descriptor)
        .onFailure(retrying())
        .onDeadExecutionRevive()
        .execute((instance, context) -> next(round.run(instance.getData().id(), instance.getId())));
  }

  private CompletionHandler<TaskId> next(@org.jspecify.annotations.Nullable Duration pause) {
    return (complete, operations) -> {
      if (pause == null) {
        operations.stop();
      } else {
        operations.reschedule(complete, clock.instant().plus(pause));
      }
    };
  }

  /** Twice as long each time. */
  private FailureHandler<TaskId> retrying() {
    return (complete, operations) -> {
      int failures = Math.min(complete.getExecution().consecutiveFailures, 8);
      Duration pause = RETRY.multipliedBy(1L << failures);
      Duration bounded = pause.compareTo(MAX_RETRY) > 0 ? MAX_RETRY : pause;
      operations.reschedule(complete, clock.instant().plus(bounded));
    };
  }

  private static String reason(String instance) {
    return instance.substring(instance.indexOf('/') + 1);
  }
}
