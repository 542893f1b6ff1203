package dev.inquest.playbooks.format;

import dev.inquest.hypothesis.CauseKind;
import dev.inquest.playbook.Playbook;
import dev.inquest.playbook.Playbook.Conclude;
import dev.inquest.playbook.Playbook.Detect;
import dev.inquest.playbook.Playbook.HypothesisRule;
import dev.inquest.playbook.Playbook.Propose;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Valid front matter as the engine's record. */
final class PlaybookForm {
  private PlaybookForm() {}

  static Playbook of(JsonNode front, byte[] bytes, String body) {
    List<HypothesisRule> rules = new ArrayList<>();
    front.get("hypotheses").forEach(rule -> rules.add(rule(rule)));
    return new Playbook(
        front.get("id").asString(),
        front.get("version").asInt(),
        new HashSet<>(texts(front.get("match").get("symptoms"))),
        rules,
        detect(front.get("detect")),
        new Conclude(
            front.get("conclude").get("threshold").asDouble(),
            front.get("conclude").get("abstain_below").asDouble()),
        propose(front.get("propose")),
        Sha256.of(bytes),
        body);
  }

  private static HypothesisRule rule(JsonNode rule) {
    return new HypothesisRule(
        CauseKind.valueOf(rule.get("kind").asString().toUpperCase(Locale.ROOT)),
        texts(rule.get("test")),
        rule.get("prior").asDouble(),
        numbers(rule.get("weights")));
  }

  private static Detect detect(JsonNode detect) {
    JsonNode changePoint = detect.get("change_point");
    return new Detect(
        changePoint.get("method").asString(),
        changePoint.get("min_effect").asDouble(),
        Duration.parse(detect.get("onset_window").asString()),
        numbers(detect.get("parameters")));
  }

  private static @Nullable Propose propose(@Nullable JsonNode propose) {
    return propose == null
        ? null
        : new Propose(
            propose.get("kind").asString(),
            propose.get("template").asString(),
            propose.get("risk").asString());
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(one -> texts.add(one.asString()));
    return texts;
  }

  private static SortedMap<String, Double> numbers(@Nullable JsonNode object) {
    SortedMap<String, Double> numbers = new TreeMap<>();
    if (object != null) {
      object.propertyStream().forEach(e -> numbers.put(e.getKey(), e.getValue().asDouble()));
    }
    return numbers;
  }
}
