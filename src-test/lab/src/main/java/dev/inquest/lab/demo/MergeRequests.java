package dev.inquest.lab.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The merge requests of a local repository: one JSON file each, beside its branches. */
final class MergeRequests {
  private static final int MAX = 100;

  private final Path folder;

  MergeRequests(Path bare) {
    this.folder = bare.resolve("merge-requests");
  }

  List<JsonNode> all() throws IOException {
    List<JsonNode> requests = new ArrayList<>();
    for (Path file : files()) {
      requests.add(Journal.JSON.readTree(Files.readString(file)));
    }
    return requests;
  }

  void merged(String branch) throws IOException {
    for (Path file : files()) {
      ObjectNode request = (ObjectNode) Journal.JSON.readTree(Files.readString(file));
      if (request.path("branch").asString("").equals(branch)) {
        request.put("state", "merged");
        Files.writeString(
            file, Journal.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(request));
      }
    }
  }

  private List<Path> files() throws IOException {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().limit(MAX).toList();
    }
  }
}
