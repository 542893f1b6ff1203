package dev.inquest.app.cli.remote;

import dev.inquest.app.report.Words;
import tools.jackson.databind.JsonNode;

/** Numbers of an answer as people read them. */
final class Figures {
  private Figures() {}

  /** What is not known is said to be so. */
  static String seconds(JsonNode seconds) {
    return Words.phase(seconds.isNumber() ? seconds.doubleValue() : null);
  }

  /** In words and number, e.g. {@code 0.94 (very likely)}. */
  static String confidence(JsonNode confidence) {
    double probability = confidence.asDouble(0);
    return Words.number(probability)
        + " ("
        + dev.inquest.investigation.Figures.likelihood(probability)
        + ")";
  }

  static String bytes(JsonNode count) {
    return count.isNumber() ? count.asString() + " bytes" : Json.NONE;
  }
}
