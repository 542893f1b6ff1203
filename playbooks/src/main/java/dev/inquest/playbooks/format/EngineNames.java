package dev.inquest.playbooks.format;

import dev.inquest.analysis.DetectorSettings;
import dev.inquest.analysis.Detectors;
import dev.inquest.analysis.streaming.StreamingSettings;
import dev.inquest.playbook.Tuning;
import dev.inquest.ranking.RankParameters;
import dev.inquest.verification.Verifiers;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Names that the engine would not know, and so would pass over in silence. */
final class EngineNames {
  private EngineNames() {}

  /**
   * @param front valid by the schema
   */
  static void check(JsonNode front, YamlTree tree, String file, Violations violations) {
    for (int i = 0; i < front.get("hypotheses").size(); i++) {
      JsonNode tests = front.get("hypotheses").get(i).get("test");
      for (int j = 0; j < tests.size(); j++) {
        String at = "/hypotheses/" + i + "/test/" + j;
        known("test", tests.get(j).asString(), Verifiers.ids(), tree.line(at), file, violations);
      }
    }
    JsonNode detect = front.get("detect");
    String at = "/detect/change_point/method";
    String method = detect.get("change_point").get("method").asString();
    known("method", method, Detectors.methods(), tree.line(at), file, violations);
    detect
        .path("parameters")
        .propertyNames()
        .forEach(name ->
            known(
                "parameter",
                name,
                parameters(),
                tree.line("/detect/parameters/" + name),
                file,
                violations));
  }

  private static Collection<String> parameters() {
    Set<String> names = new TreeSet<>(DetectorSettings.PARAMETERS);
    names.addAll(StreamingSettings.PARAMETERS);
    names.addAll(Tuning.DEFAULTS.keySet());
    names.addAll(RankParameters.DEFAULTS.keySet());
    return names;
  }

  private static void known(
      String what,
      String name,
      Collection<String> names,
      int line,
      String file,
      Violations violations) {
    if (!names.contains(name)) {
      violations.add(
          file,
          line,
          "there is no " + what + " " + name + "; there are " + String.join(", ", names));
    }
  }
}
