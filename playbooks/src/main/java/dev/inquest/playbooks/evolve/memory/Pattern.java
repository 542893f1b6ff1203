package dev.inquest.playbooks.evolve.memory;

import dev.inquest.playbooks.criticism.FailureClass;
import org.jspecify.annotations.Nullable;

/**
 * Failures of one kind.
 *
 * @param failure null where nobody can tell how it went astray
 * @param taskClass of the tasks
 * @param abstained of them, tasks without an answer
 * @param confidentlyWrong of them
 * @param cost score missed, and one more for each that was confidently wrong
 */
public record Pattern(
    @Nullable FailureClass failure,
    String taskClass,
    int count,
    int abstained,
    int confidentlyWrong,
    double cost) {}
