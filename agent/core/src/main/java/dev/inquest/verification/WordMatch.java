package dev.inquest.verification;

import dev.inquest.change.ChangeUnit;
import dev.inquest.change.DiffReading;
import dev.inquest.change.Words;
import dev.inquest.evidence.EvidenceKind;
import dev.inquest.hypothesis.Hypothesis;
import dev.inquest.investigation.Sentences;
import dev.inquest.playbook.Tuning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Whether the names on the diff's lines are those that error texts, stack traces and failing
 * operations speak of. A name counts the more, the fewer changes share it (inverse document
 * frequency, Spärck Jones, 1972) and the more of the failures name it.
 */
final class WordMatch implements Verifier {
  private static final int MAX_TOLD = 4;

  @Override
  public String id() {
    return "word-match";
  }

  @Override
  public Finding verify(Inquiry inquiry, Hypothesis hypothesis) {
    Optional<ChangeUnit> unit = inquiry.accused(hypothesis);
    if (unit.isEmpty()) {
      return Finding.untestable("no change is accused");
    }
    Optional<DiffReading> reading = inquiry.read(unit.get()).map(ReadDiff::reading);
    if (reading.isEmpty()) {
      return Finding.untestable("no diff: its text could not be read");
    }
    FailureWords failing = inquiry.failureWords();
    if (failing.isEmpty()) {
      return Finding.untestable("nothing failed in words");
    }
    return reading.get().inert()
        ? Finding.untestable("nothing in it runs")
        : judge(inquiry, hypothesis, reading.get(), failing);
  }

  private static Finding judge(
      Inquiry inquiry, Hypothesis hypothesis, DiffReading reading, FailureWords failing) {
    Map<String, Double> shared = shared(inquiry, hypothesis, reading, failing);
    double score = shared.values().stream().mapToDouble(Double::doubleValue).sum();
    Tuning tuning = inquiry.tuning(hypothesis);
    double strength = 1 - StrictMath.exp(-score / tuning.number("word_scale"));
    List<String> told =
        shared.entrySet().stream()
            .sorted(
                Comparator.comparingDouble((Map.Entry<String, Double> e) -> -e.getValue())
                    .thenComparing(Map.Entry::getKey))
            .limit(MAX_TOLD)
            .map(e -> Sentences.plain(e.getKey()))
            .toList();
    if (strength < tuning.number("word_floor")) {
      return Finding.untestable("what fails names hardly anything that its diff names");
    }
    List<String> evidence = new ArrayList<>(inquiry.cited(EvidenceKind.LOGS));
    evidence.addAll(inquiry.cited(EvidenceKind.TRACES));
    return Finding.supported(
            "What fails since the onset names what its diff names: "
                + String.join(", ", told)
                + ".",
            Math.min(1, strength),
            evidence)
        .with(Map.of("words", String.join(", ", told)));
  }

  /** Names in common with their weights. */
  private static Map<String, Double> shared(
      Inquiry inquiry, Hypothesis hypothesis, DiffReading reading, FailureWords failing) {
    Tuning tuning = inquiry.tuning(hypothesis);
    Map<String, Double> shared = new TreeMap<>();
    Set<String> covered = new HashSet<>();
    for (String name : reading.names()) {
      boolean compound = FailureWords.compound(name);
      double share = failing.share(Words.folded(name));
      if (compound && share > 0) {
        double weight = inquiry.changeWords().rarity(Words.folded(name)) * StrictMath.sqrt(share);
        shared.merge(name, weight * tuning.number("word_compound"), Math::max);
        covered.addAll(FailureWords.roots(name));
      }
    }
    for (String name : reading.names()) {
      for (String pair : FailureWords.pairs(name)) {
        double share = failing.share(pair);
        if (share > 0 && covered.addAll(List.of(pair.split(" ", -1)))) {
          double weight = inquiry.changeWords().rarity(pair) * StrictMath.sqrt(share);
          shared.merge(pair, weight * tuning.number("word_pair"), Math::max);
        }
      }
    }
    for (String name : reading.names()) {
      for (String root : FailureWords.roots(name)) {
        double share = failing.share(root);
        if (share > 0 && covered.add(root)) {
          double weight = inquiry.changeWords().rarity(root) * StrictMath.sqrt(share);
          shared.merge(root, weight * tuning.number("word_simple"), Math::max);
        }
      }
    }
    reading.traits().stream()
        .flatMap(trait -> trait.values().stream())
        .filter(value -> value.length() >= 2 && failing.numbers().contains(value))
        .forEach(value -> shared.put("= " + value, tuning.number("word_value")));
    return shared;
  }
}
