package dev.inquest.verification;

import dev.inquest.hypothesis.CauseKind;
import dev.inquest.hypothesis.Hypothesis;
import dev.inquest.limit.LastUsed;
import dev.inquest.playbook.Catalogue;
import dev.inquest.playbook.Tuning;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What tests of one inquiry found, each with the numbers that it read: another catalogue that gives
 * the same numbers would find the same. Not thread-safe.
 */
final class KeptFindings {
  /** Of one test of one suspicion: the incumbent's, a candidate's, and where a climb stands. */
  private static final int MOST = 3;

  /** Catalogues bring tests and playbooks of their own; what was not asked for lately goes. */
  private static final int MOST_SUBJECTS = 2_000;

  /** All of a hypothesis that a test may look at: neither its number nor how likely it is. */
  private record Subject(
      String test,
      CauseKind kind,
      @Nullable String service,
      @Nullable String instance,
      @Nullable String change,
      @Nullable String indicator,
      String playbook) {
    static Subject of(String test, Hypothesis h) {
      return new Subject(
          test, h.kind(), h.service(), h.instance(), h.change(), h.indicator(), h.playbook());
    }
  }

  private record Kept(Finding finding, Map<String, Double> numbers) {
    boolean holds(Tuning tuning) {
      return numbers.entrySet().stream()
          .allMatch(number -> tuning.number(number.getKey()) == number.getValue());
    }
  }

  private final LastUsed<Subject, Deque<Kept>> kept = new LastUsed<>(MOST_SUBJECTS);

  /**
   * @param running runs the test with the numbers it is given
   */
  Finding of(
      String test,
      Hypothesis hypothesis,
      Catalogue catalogue,
      Function<NotedNumbers, Finding> running) {
    Deque<Kept> before = kept.of(Subject.of(test, hypothesis), subject -> new ArrayDeque<>());
    Tuning tuning = new Tuning(catalogue, hypothesis.playbook());
    return before.stream()
        .filter(each -> each.holds(tuning))
        .findFirst()
        .map(Kept::finding)
        .orElseGet(() -> run(before, catalogue, running));
  }

  private static Finding run(
      Deque<Kept> before, Catalogue catalogue, Function<NotedNumbers, Finding> running) {
    NotedNumbers numbers = new NotedNumbers(catalogue);
    Finding found = running.apply(numbers);
    if (before.size() == MOST) {
      before.removeLast();
    }
    before.addFirst(new Kept(found, numbers.noted()));
    return found;
  }
}
