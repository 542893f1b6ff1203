package dev.inquest.lab.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a run ended.
 *
 * @param answer the object that {@code -o json} prints
 * @param wrong what is not as it should be; empty where all is
 */
record DemoResult(ObjectNode answer, List<String> wrong) {
  DemoResult {
    wrong = List.copyOf(wrong);
  }

  static DemoResult read(Path file) throws IOException {
    ObjectNode stored = (ObjectNode) Journal.JSON.readTree(Files.readString(file));
    return new DemoResult(
        (ObjectNode) stored.get("answer"),
        stored.get("wrong").valueStream().map(text -> text.asString()).toList());
  }

  void write(Path file) throws IOException {
    ObjectNode stored = Journal.facts();
    stored.set("answer", answer);
    wrong.forEach(stored.putArray("wrong")::add);
    Files.writeString(
        file, Journal.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(stored));
  }

  boolean right() {
    return wrong.isEmpty();
  }

  String json() {
    return Journal.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append("incident  ").append(answer.path("incident").asString("")).append('\n');
    text.append("verdict   ")
        .append(answer.path("diagnosis").path("verdict").asString(""))
        .append('\n');
    text.append("report    ").append(answer.path("report").asString("none")).append('\n');
    text.append("case      ").append(answer.path("case").asString("none")).append('\n');
    text.append(right() ? "All as it should be." : "Wrong: " + String.join("; ", wrong));
    return text.toString();
  }
}
