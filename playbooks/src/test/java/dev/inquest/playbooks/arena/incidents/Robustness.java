package dev.inquest.playbooks.arena.incidents;

import dev.inquest.investigation.StatisticalEngine;
import dev.inquest.playbooks.arena.CaseScore;
import dev.inquest.playbooks.casefile.CaseFile;
import dev.inquest.playbooks.format.CatalogueLoader;
import dev.inquest.playbooks.replay.Replay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether the diagnosis of a case stands when more or less of it is seen ({@link Perturbation}):
 * cases right by data set. Run with a folder of data sets and a folder of their answers. Not a
 * test; its output is for {@code docs/accuracy.md}.
 */
final class Robustness {
  private final Replay replay =
      new Replay(CatalogueLoader.builtIn(), StatisticalEngine::new, System::nanoTime);

  public static void main(String[] arguments) throws IOException {
    SortedMap<String, List<LabelledCase>> sets = sets(Path.of(arguments[0]), Path.of(arguments[1]));
    System.out.println("| | " + String.join(" | ", sets.keySet()) + " |");
    System.out.println("|---|" + "---|".repeat(sets.size()));
    for (Perturbation perturbation : Perturbation.values()) {
      Robustness robustness = new Robustness();
      System.out.println(
          sets.values().stream()
              .map(cases -> robustness.right(cases, perturbation) + " of " + cases.size())
              .collect(Collectors.joining(" | ", "| " + perturbation.words() + " | ", " |")));
    }
  }

  /** Those that hold more than alarms. */
  private static SortedMap<String, List<LabelledCase>> sets(Path folder, Path answers)
      throws IOException {
    SortedMap<String, List<LabelledCase>> sets = new TreeMap<>();
    try (Stream<Path> names = Files.list(folder)) {
      for (Path set : names.sorted().toList()) {
        Path truth = answers.resolve(set.getFileName() + ".jsonl");
        if (Files.isDirectory(set) && Files.exists(truth)) {
          StoredCases stored = StoredCases.read(set, truth);
          List<LabelledCase> all = new ArrayList<>(stored.training());
          all.addAll(stored.sealed());
          if (all.stream().anyMatch(c -> alerted(c.file()) && !c.file().metrics().isEmpty())) {
            sets.put(set.getFileName().toString(), Collections.unmodifiableList(all));
          }
        }
      }
    }
    return sets;
  }

  private static boolean alerted(CaseFile file) {
    return !file.alerts().isEmpty();
  }

  private long right(List<LabelledCase> cases, Perturbation perturbation) {
    return cases.parallelStream()
        .filter(c -> {
          SplittableRandom random = new SplittableRandom(c.id().hashCode());
          CaseFile seen = perturbation.of(c.file(), random);
          return CaseScore.of(replay.diagnose(seen), c.answer()).right();
        })
        .count();
  }
}
