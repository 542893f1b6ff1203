package dev.inquest.lab.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which steps of a run are done, with what each found out: a later run goes on after the last of
 * them. It holds passwords, so only its owner may read it.
 */
final class Journal {
  static final JsonMapper JSON = JsonMapper.builder().build();

  /** A step; what it returns is written down before the next one begins. */
  interface Step {
    ObjectNode take() throws Exception;
  }

  private final Path file;
  private final ObjectNode steps;

  private Journal(Path file, ObjectNode steps) {
    this.file = file;
    this.steps = steps;
  }

  static Journal empty(Path file) {
    return new Journal(file, JSON.createObjectNode());
  }

  static Journal read(Path file) throws IOException {
    return new Journal(file, (ObjectNode) JSON.readTree(Files.readString(file)));
  }

  boolean has(String step) {
    return steps.has(step);
  }

  JsonNode get(String step) {
    return steps.path(step);
  }

  /** Takes the step unless an earlier run did. */
  JsonNode once(String step, Step work) throws Exception {
    if (!has(step)) {
      put(step, work.take());
    }
    return get(step);
  }

  void put(String step, JsonNode facts) throws IOException {
    steps.set(step, facts);
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.deleteIfExists(next);
    Files.createFile(
        next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(next, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(steps));
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  static ObjectNode facts() {
    return JSON.createObjectNode();
  }
}
