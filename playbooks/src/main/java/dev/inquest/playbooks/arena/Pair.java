package dev.inquest.playbooks.arena;

/** Two subjects on the same task. */
public record Pair(Trial incumbent, Trial candidate) {
  public Pair {
    if (!incumbent.task().equals(candidate.task())
        || !incumbent.taskClass().equals(candidate.taskClass())) {
      throw new IllegalArgumentException(
          "a pair is of one task: " + incumbent.task() + ", " + candidate.task());
    }
  }

  public String taskClass() {
    return incumbent.taskClass();
  }

  /** From -1 to 1; above 0 where the candidate did better. */
  public double difference() {
    return candidate.score() - incumbent.score();
  }

  public boolean discordant() {
    return difference() != 0;
  }

  public Pair swapped() {
    return new Pair(candidate, incumbent);
  }
}
