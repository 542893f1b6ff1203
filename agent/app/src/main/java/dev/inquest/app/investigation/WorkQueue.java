package dev.inquest.app.investigation;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Schedules durable work, within the caller's transaction where there is one. */
@Component
public class WorkQueue {
  private final SchedulerClient client;
  private final ObjectProvider<Scheduler> scheduler;
  private final Clock clock;

  WorkQueue(SchedulerClient client, ObjectProvider<Scheduler> scheduler, Clock clock) {
    this.client = client;
    this.scheduler = scheduler;
    this.clock = clock;
  }

  /** Does nothing where that instance is scheduled already. */
  void schedule(TaskDescriptor<TaskId> task, String instance, String id, Duration in) {
    client.scheduleIfNotExists(
        task.instance(instance).data(new TaskId(id)).scheduledTo(clock.instant().plus(in)));
    if (in.isZero()) {
      nudgeAfterCommit();
    }
  }

  /** Runs what is scheduled, now; nothing where it is running. */
  void hasten(TaskDescriptor<TaskId> task, String instance) {
    client
        .getScheduledExecution(task.instanceId(instance))
        .filter(execution -> !execution.isPicked())
        .ifPresent(execution -> client.reschedule(task.instanceId(instance), clock.instant()));
    nudgeAfterCommit();
  }

  /** Saves the wait for the next poll. */
  private void nudgeAfterCommit() {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      nudge();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            nudge();
          }
        });
  }

  private void nudge() {
    scheduler.ifAvailable(Scheduler::triggerCheckForDueExecutions);
  }
}
