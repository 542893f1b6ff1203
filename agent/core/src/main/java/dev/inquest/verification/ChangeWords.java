package dev.inquest.verification;

import dev.inquest.change.DiffReading;
import dev.inquest.change.Words;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** How many of the changes name each name. */
final class ChangeWords {
  private final Map<String, Integer> changes = new HashMap<>();
  private int all;

  static ChangeWords of(Collection<DiffReading> readings) {
    ChangeWords words = new ChangeWords();
    for (DiffReading reading : readings) {
      Set<String> here = new HashSet<>();
      for (String name : reading.names()) {
        here.add(Words.folded(name));
        here.addAll(FailureWords.roots(name));
        here.addAll(FailureWords.pairs(name));
      }
      here.forEach(word -> words.changes.merge(word, 1, Integer::sum));
      words.all++;
    }
    return words;
  }

  /** 1 where but one change names it, towards 0 where every one does. */
  double rarity(String word) {
    int with = Math.max(1, changes.getOrDefault(word, 1));
    return StrictMath.log(1 + (double) all / with) / StrictMath.log(1 + Math.max(1, all));
  }
}
