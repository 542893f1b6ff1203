package dev.inquest.playbooks.format;

import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What a schema cannot say about a playbook. */
final class PlaybookRules {
  private static final String AGAINST = ".against";

  private PlaybookRules() {}

  /**
   * @param front valid by the schema
   */
  static void check(JsonNode front, YamlTree tree, String file, Violations violations) {
    String id = front.get("id").asString();
    if (!file.equals(id + ".md")) {
      violations.add(file, tree.line("/id"), "the id " + id + " is not the file's name");
    }
    JsonNode conclude = front.get("conclude");
    if (conclude.get("abstain_below").asDouble() >= conclude.get("threshold").asDouble()) {
      violations.add(
          file, tree.line("/conclude"), "conclude: abstain_below must be below threshold");
    }
    for (int i = 0; i < front.get("hypotheses").size(); i++) {
      weights(front.get("hypotheses").get(i), "/hypotheses/" + i, tree, file, violations);
    }
    EngineNames.check(front, tree, file, violations);
  }

  private static void weights(
      JsonNode rule, String pointer, YamlTree tree, String file, Violations violations) {
    Set<String> tests = new TreeSet<>();
    rule.get("test").forEach(test -> tests.add(test.asString()));
    Set<String> unweighted = new TreeSet<>(tests);
    rule.get("weights")
        .propertyNames()
        .forEach(name -> {
          boolean against = name.endsWith(AGAINST);
          String test = against ? name.substring(0, name.length() - AGAINST.length()) : name;
          unweighted.remove(test);
          if (!tests.contains(test)) {
            violations.add(
                file,
                tree.line(pointer + "/weights/" + name),
                "a weight for " + test + ", which is not among the tests");
          }
        });
    unweighted.forEach(
        test -> violations.add(file, tree.line(pointer + "/test"), "no weight for " + test));
  }
}
