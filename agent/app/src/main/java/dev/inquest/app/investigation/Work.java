package dev.inquest.app.investigation;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;

/** The kinds of durable work. */
final class Work {
  /** One investigation, by its own id. */
  static final TaskDescriptor<TaskId> INVESTIGATE = TaskDescriptor.of("investigate", TaskId.class);

  /** Investigate an incident again; the instance is {@code <incident>/<reason>}. */
  static final TaskDescriptor<TaskId> AGAIN = TaskDescriptor.of("again", TaskId.class);

  /** Look after an open incident, round after round. */
  static final TaskDescriptor<TaskId> WATCH = TaskDescriptor.of("watch", TaskId.class);

  /** Keep what is worth keeping of a closed incident. */
  static final TaskDescriptor<TaskId> LEARN = TaskDescriptor.of("learn", TaskId.class);

  private Work() {}
}
