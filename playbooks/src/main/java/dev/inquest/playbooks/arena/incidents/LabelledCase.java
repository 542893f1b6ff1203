package dev.inquest.playbooks.arena.incidents;

import static java.util.Objects.requireNonNull;

import dev.inquest.playbooks.casefile.Answer;
import dev.inquest.playbooks.casefile.CaseFile;

/**
 * A case with its answer.
 *
 * @param id within the arena
 * @param taskClass the kind of fault, or {@code real} where nobody made it
 */
public record LabelledCase(String id, String taskClass, CaseFile file, Answer answer) {
  public LabelledCase {
    requireNonNull(id, "id");
    requireNonNull(taskClass, "taskClass");
    requireNonNull(file, "file");
    requireNonNull(answer, "answer");
  }
}
