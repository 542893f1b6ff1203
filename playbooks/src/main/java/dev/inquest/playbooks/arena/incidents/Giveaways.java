package dev.inquest.playbooks.arena.incidents;

import dev.inquest.change.Change;
import dev.inquest.playbooks.casefile.Answer;
import dev.inquest.playbooks.casefile.CaseFile;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a case might give away without being understood: where in its lists the guilty stand. Learnt
 * from answered cases, tried on others; a fair set of cases gives nothing away.
 */
final class Giveaways {
  private final Map<Hint, Long> seen;

  /** A place in a list, counted from its start or its end. */
  private record Hint(String list, int at) {}

  private Giveaways(Map<Hint, Long> seen) {
    this.seen = seen;
  }

  static Giveaways of(List<LabelledCase> answered) {
    Map<Hint, Long> seen =
        answered.stream()
            .flatMap(c ->
                hints(c.file()).entrySet().stream()
                    .filter(h -> accused(c.answer(), h.getValue()))
                    .map(Map.Entry::getKey))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return new Giveaways(seen);
  }

  /** Whether the place that was guilty most often is guilty here. */
  boolean right(LabelledCase of) {
    Map<Hint, String> hints = hints(of.file());
    Optional<Hint> best =
        hints.keySet().stream()
            .filter(seen::containsKey)
            .max(
                Comparator.comparingLong((Hint hint) -> seen.getOrDefault(hint, 0L))
                    .thenComparing(Hint::list)
                    .thenComparingInt(Hint::at));
    return best.isPresent() && accused(of.answer(), hints.getOrDefault(best.get(), ""));
  }

  private static boolean accused(Answer answer, String name) {
    return answer.verdict() == Answer.Verdict.IDENTIFIED
        && answer.causes().stream()
            .anyMatch(c -> c.change() == null ? name.equals(c.service()) : name.equals(c.change()));
  }

  private static Map<Hint, String> hints(CaseFile file) {
    Map<Hint, String> hints =
        new TreeMap<>(Comparator.comparing(Hint::list).thenComparingInt(Hint::at));
    put(hints, "change", file.changes().stream().map(Change::id).toList());
    put(hints, "node", file.topology().nodes().stream().map(n -> n.id()).toList());
    put(
        hints,
        "series",
        file.metrics().stream()
            .map(m -> String.valueOf(m.id().labels().get("service")))
            .distinct()
            .toList());
    return hints;
  }

  private static void put(Map<Hint, String> hints, String list, List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      hints.put(new Hint(list, i), names.get(i));
      hints.put(new Hint(list, i - names.size()), names.get(i));
    }
  }
}
