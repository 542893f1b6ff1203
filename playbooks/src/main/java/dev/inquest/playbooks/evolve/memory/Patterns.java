package dev.inquest.playbooks.evolve.memory;

import dev.inquest.playbooks.arena.Trial;
import dev.inquest.playbooks.criticism.FailureClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The criticism of many trials at once: where they went astray, dearest first. Names and numbers
 * only; no text of any task.
 */
public record Patterns(int tasks, double score, List<Pattern> all) {
  private static final int MOST_SHOWN = 40;

  public Patterns {
    all = List.copyOf(all);
  }

  public static Patterns of(List<Trial> trials) {
    SortedMap<String, List<Trial>> groups = new TreeMap<>();
    double score = 0;
    for (Trial trial : trials) {
      score += trial.score();
      if (!trial.right()) {
        String key = name(trial.failure()) + "/" + trial.taskClass();
        groups.computeIfAbsent(key, k -> new ArrayList<>()).add(trial);
      }
    }
    List<Pattern> all =
        groups.values().stream()
            .map(Patterns::pattern)
            .sorted(Comparator.comparingDouble(Pattern::cost).reversed())
            .toList();
    return new Patterns(trials.size(), score / Math.max(1, trials.size()), all);
  }

  private static Pattern pattern(List<Trial> trials) {
    int sure = (int) trials.stream().filter(Trial::confidentlyWrong).count();
    int silent = (int) trials.stream().filter(t -> !t.answered()).count();
    double cost = sure;
    for (Trial trial : trials) {
      cost += 1 - trial.score();
    }
    Trial first = trials.getFirst();
    return new Pattern(first.failure(), first.taskClass(), trials.size(), silent, sure, cost);
  }

  /** Cost by how it went astray, as far as that is known. */
  public SortedMap<FailureClass, Double> costs() {
    SortedMap<FailureClass, Double> costs = new TreeMap<>();
    for (Pattern pattern : all) {
      FailureClass failure = pattern.failure();
      if (failure != null) {
        costs.merge(failure, pattern.cost(), Double::sum);
      }
    }
    return costs;
  }

  public String markdown(int round) {
    StringBuilder out = new StringBuilder();
    out.append("# Round ").append(round).append(": where the incumbent fails\n\n");
    out.append(
        String.format(
            Locale.ROOT, "Score %.4f on %d tasks of the pool.\n\n## By stage\n\n", score, tasks));
    out.append("| failure | first stage astray | cost |\n|---|---|---:|\n");
    costs().entrySet().stream()
        .sorted(Map.Entry.<FailureClass, Double>comparingByValue().reversed())
        .forEach(e -> out.append(row(e.getKey(), e.getValue())));
    out.append("\n## Patterns, dearest first\n\n");
    out.append("| failure | class | tasks | no answer | confidently wrong | cost |\n");
    out.append("|---|---|---:|---:|---:|---:|\n");
    all.stream().limit(MOST_SHOWN).forEach(p -> out.append(row(p)));
    if (all.size() > MOST_SHOWN) {
      out.append("\n").append(all.size() - MOST_SHOWN).append(" cheaper ones are not shown.\n");
    }
    return out.toString();
  }

  private static String row(FailureClass failure, double cost) {
    String stage = failure.stage().name().toLowerCase(Locale.ROOT);
    return String.format(Locale.ROOT, "| %s | %s | %.1f |\n", name(failure), stage, cost);
  }

  private static String row(Pattern p) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %d | %d | %d | %.1f |\n",
        name(p.failure()),
        plain(p.taskClass()),
        p.count(),
        p.abstained(),
        p.confidentlyWrong(),
        p.cost());
  }

  /** {@code not told} where nobody can tell. */
  public static String name(@Nullable FailureClass failure) {
    return failure == null ? "not told" : failure.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** A class is a name; whatever else it held would not stand in a table. */
  static String plain(String taskClass) {
    return taskClass.replaceAll("[^A-Za-z0-9 ._-]", "?");
  }
}
