package dev.inquest.connectors.gitlab;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** Commits of the server's project, each with all its files. */
final class GitLabCommits {
  private final Map<String, Stored> stored = new ConcurrentHashMap<>();

  private record Stored(
      List<String> parents, Map<String, String> files, String title, String author) {}

  String add(List<String> parents, Map<String, String> files, String title, String author) {
    String id = sha(parents + title + new TreeMap<>(files) + stored.size());
    stored.put(id, new Stored(List.copyOf(parents), new TreeMap<>(files), title, author));
    return id;
  }

  boolean has(String id) {
    return stored.containsKey(id);
  }

  Map<String, String> files(String id) {
    return get(id).files();
  }

  List<String> parents(String id) {
    return get(id).parents();
  }

  /** The commit and its ancestors, newest first. */
  List<String> history(String id) {
    List<String> found = new ArrayList<>(List.of(id));
    get(id).parents().forEach(p -> found.addAll(history(p)));
    return found;
  }

  Map<String, Object> json(String id) {
    Stored commit = get(id);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", id);
    json.put("short_id", id.substring(0, 8));
    json.put("title", commit.title());
    json.put("message", commit.title() + "\n");
    json.put("author_name", commit.author());
    json.put("author_email", "a@example.org");
    json.put("created_at", "2026-01-01T00:00:00.000+00:00");
    json.put("parent_ids", commit.parents());
    return json;
  }

  List<Map<String, Object>> tree(String id, String below) {
    List<Map<String, Object>> items = new ArrayList<>();
    TreeSet<String> folders = new TreeSet<>();
    for (String file : files(id).keySet()) {
      if (file.startsWith(below)) {
        items.add(item(file, "blob", "100644"));
        for (int slash = file.indexOf('/', below.length());
            slash > 0;
            slash = file.indexOf('/', slash + 1)) {
          folders.add(file.substring(0, slash));
        }
      }
    }
    folders.forEach(f -> items.add(item(f, "tree", "040000")));
    return items;
  }

  List<Map<String, Object>> diffs(String from, String to) {
    TreeSet<String> paths = new TreeSet<>(files(from).keySet());
    paths.addAll(files(to).keySet());
    List<Map<String, Object>> diffs = new ArrayList<>();
    for (String path : paths) {
      String old = files(from).getOrDefault(path, "");
      String now = files(to).getOrDefault(path, "");
      if (!old.equals(now)) {
        Map<String, Object> diff = new LinkedHashMap<>();
        diff.put("old_path", path);
        diff.put("new_path", path);
        diff.put("a_mode", "100644");
        diff.put("b_mode", "100644");
        diff.put("new_file", !files(from).containsKey(path));
        diff.put("renamed_file", false);
        diff.put("deleted_file", !files(to).containsKey(path));
        diff.put("diff", "@@ -1 +1 @@\n" + lines("-", old) + lines("+", now));
        diffs.add(diff);
      }
    }
    return diffs;
  }

  /** What GitLab does with one action; empty, or why it refuses. */
  static String apply(Map<String, String> files, JsonNode action) {
    String path = action.get("file_path").stringValue();
    boolean there = files.containsKey(path);
    String content = action.path("content").stringValue("");
    switch (action.get("action").stringValue()) {
      case "create" -> {
        if (there) {
          return "A file with this name already exists";
        }
        if (files.keySet().stream()
            .anyMatch(f -> f.startsWith(path + "/") || path.startsWith(f + "/"))) {
          return "A directory with this name already exists";
        }
        files.put(path, content);
      }
      case "update" -> {
        if (!there) {
          return "A file with this name doesn't exist";
        }
        files.put(path, content);
      }
      case "delete" -> {
        if (files.remove(path) == null) {
          return "A file with this name doesn't exist";
        }
      }
      default -> {
        return "not built in this server";
      }
    }
    return "";
  }

  static String sha(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 20);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private Stored get(String id) {
    Stored commit = stored.get(id);
    if (commit == null) {
      throw new IllegalArgumentException("no commit " + id);
    }
    return commit;
  }

  private static Map<String, Object> item(String path, String type, String mode) {
    return Map.of(
        "id",
        sha(path),
        "name",
        path.substring(path.lastIndexOf('/') + 1),
        "type",
        type,
        "path",
        path,
        "mode",
        mode);
  }

  private static String lines(String sign, String text) {
    StringBuilder out = new StringBuilder();
    text.lines().forEach(l -> out.append(sign).append(l).append('\n'));
    return out.toString();
  }
}
