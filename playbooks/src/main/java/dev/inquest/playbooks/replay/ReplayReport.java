package dev.inquest.playbooks.replay;

import dev.inquest.playbooks.casefile.CoreJson;
import dev.inquest.playbooks.casefile.DiagnosisJson;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The outcomes of a run for people, or for programs that want all at once. */
final class ReplayReport {
  private ReplayReport() {}

  static String of(List<ReplayOutcome> outcomes, OutputFormat format) {
    return switch (format) {
      case TEXT -> ReplayText.text(outcomes);
      case MD -> ReplayText.markdown(outcomes);
      case JSON -> json(outcomes);
    };
  }

  /** {@code {"items": […]}}: each with the fields of a line and of the longer diagnosis. */
  private static String json(List<ReplayOutcome> outcomes) {
    ObjectNode all = CoreJson.mapper().createObjectNode();
    ArrayNode items = all.putArray("items");
    for (ReplayOutcome outcome : outcomes) {
      ObjectNode item = (ObjectNode) CoreJson.mapper().readTree(outcome.line());
      if (outcome instanceof ReplayOutcome.Diagnosed diagnosed) {
        item.setAll(DiagnosisJson.full(diagnosed.diagnosis()));
      }
      items.add(item);
    }
    all.putNull("next");
    return all.toPrettyString() + "\n";
  }
}
