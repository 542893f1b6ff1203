package dev.inquest.playbooks.evolve.propose;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What did nothing says something of its kin: numbers of one file that begin with the same word
 * mostly serve one purpose, and so does a whole playbook. While none of them ever told a task of
 * the pool apart, each try halves the interest in the rest.
 */
final class Idle {
  private static final double EACH_TRY = 0.5;

  /** A playbook's numbers are more unlike each other than those of one name. */
  private static final double EACH_TRY_OF_THE_FILE = 0.8;

  private final Map<String, Double> tries = new HashMap<>();
  private final Map<String, Double> told = new HashMap<>();

  /**
   * @param share of a try, where several numbers were turned at once
   * @param tasks that it told apart, its share of them
   */
  void tried(String file, String pointer, double share, double tasks) {
    for (String kin : kin(file, pointer)) {
      tries.merge(kin, share, Double::sum);
      told.merge(kin, tasks, Double::sum);
    }
  }

  /** In (0, 1]; 1 for what nothing is known of, or what has told something. */
  double interest(String file, String pointer) {
    List<String> kin = kin(file, pointer);
    return interest(kin.getFirst(), EACH_TRY) * interest(kin.getLast(), EACH_TRY_OF_THE_FILE);
  }

  private double interest(String kin, double each) {
    return told.getOrDefault(kin, 0.0) > 0
        ? 1
        : StrictMath.pow(each, tries.getOrDefault(kin, 0.0));
  }

  /** Those of the same file whose name begins alike, and all of the file. */
  private static List<String> kin(String file, String pointer) {
    String name = pointer.substring(pointer.lastIndexOf('/') + 1);
    int end = name.indexOf('_');
    return List.of(file + ' ' + (end < 0 ? name : name.substring(0, end)), file);
  }
}
