package dev.inquest.connectors.gitlab;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One project of the server: commits, branches, deployments, merge requests. */
final class GitLabProject {
  private final String path;
  private final GitLabCommits commits = new GitLabCommits();
  private final Map<String, String> branches = new ConcurrentHashMap<>();
  private final GitLabDeployments deployments = new GitLabDeployments(commits);
  private final List<Map<String, Object>> mergeRequests = new CopyOnWriteArrayList<>();

  GitLabProject(String path) {
    this.path = path;
  }

  GitLabCommits commits() {
    return commits;
  }

  synchronized String commit(
      String branch, String title, String author, Map<String, String> files) {
    String head = branches.get(branch);
    List<String> parents = head == null ? List.of() : List.of(head);
    String id = commits.add(parents, files, title, author);
    branches.put(branch, id);
    return id;
  }

  GitLabDeployments deployments() {
    return deployments;
  }

  @Nullable String head(String branch) {
    return branches.get(branch);
  }

  List<Map<String, Object>> mergeRequests() {
    return mergeRequests;
  }

  synchronized GitLabAnswer answer(String id, ApiDescription.Call call, URI url) {
    return switch (id) {
      case "project" -> GitLabAnswer.ok(Map.of("id", 7, "path_with_namespace", path));
      case "deployments" -> deployments.answer(call);
      case "compare" -> compare(one(call, "from"), one(call, "to"));
      case "tree" -> tree(call);
      case "file", "file-head" -> file(call.path().get(4), one(call, "ref"));
      case "branch" -> branch(call.path().get(4));
      case "commit" -> commit(call.path().get(4));
      case "merge-base" -> mergeBase(call.query().getOrDefault("refs[]", List.of()));
      case "create-commit" -> create(call.body());
      case "merge-requests" -> GitLabAnswer.page(requests(call), call.query());
      case "create-merge-request" -> createRequest(call.body(), url);
      default -> GitLabAnswer.error(404, "404 Not Found");
    };
  }

  private GitLabAnswer compare(String from, String to) {
    String a = branches.getOrDefault(from, from);
    String b = branches.getOrDefault(to, to);
    if (!commits.has(a) || !commits.has(b)) {
      return GitLabAnswer.error(404, "404 Not Found");
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("commit", commits.json(b));
    List<String> added = new ArrayList<>(commits.history(b));
    added.removeAll(commits.history(a));
    json.put("commits", added.stream().map(commits::json).toList());
    json.put("diffs", commits.diffs(a, b));
    json.put("compare_timeout", false);
    json.put("compare_same_ref", a.equals(b));
    return GitLabAnswer.ok(json);
  }

  private GitLabAnswer tree(ApiDescription.Call call) {
    String commit = branches.getOrDefault(one(call, "ref"), one(call, "ref"));
    String below = one(call, "path").isEmpty() ? "" : one(call, "path") + "/";
    if (!commits.has(commit)) {
      return GitLabAnswer.error(404, "404 Tree Not Found");
    }
    List<Map<String, Object>> items = commits.tree(commit, below);
    return items.isEmpty() && !below.isEmpty()
        ? GitLabAnswer.error(404, "404 invalid revision or path Not Found")
        : GitLabAnswer.page(items, call.query());
  }

  private GitLabAnswer file(String file, String ref) {
    String commit = branches.getOrDefault(ref, ref);
    String content = commits.has(commit) ? commits.files(commit).get(file) : null;
    if (content == null) {
      return GitLabAnswer.error(404, "404 File Not Found");
    }
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file_name", file.substring(file.lastIndexOf('/') + 1));
    json.put("file_path", file);
    json.put("size", bytes.length);
    json.put("encoding", "base64");
    json.put("content", Base64.getEncoder().encodeToString(bytes));
    json.put("ref", ref);
    json.put("blob_id", GitLabCommits.sha(content));
    json.put("commit_id", commit);
    json.put("last_commit_id", commit);
    json.put("execute_filemode", false);
    Map<String, String> headers = new TreeMap<>();
    headers.put("X-Gitlab-File-Name", String.valueOf(json.get("file_name")));
    headers.put("X-Gitlab-File-Path", file);
    headers.put("X-Gitlab-Size", Integer.toString(bytes.length));
    headers.put("X-Gitlab-Encoding", "base64");
    headers.put("X-Gitlab-Ref", ref);
    headers.put("X-Gitlab-Blob-Id", GitLabCommits.sha(content));
    headers.put("X-Gitlab-Commit-Id", commit);
    headers.put("X-Gitlab-Last-Commit-Id", commit);
    return new GitLabAnswer(200, headers, GitLabAnswer.ok(json).body());
  }

  private GitLabAnswer branch(String name) {
    String head = branches.get(name);
    return head == null
        ? GitLabAnswer.error(404, "404 Branch Not Found")
        : GitLabAnswer.ok(Map.of("name", name, "merged", false, "commit", commits.json(head)));
  }

  private GitLabAnswer commit(String name) {
    String id = branches.getOrDefault(name, name);
    return commits.has(id)
        ? GitLabAnswer.ok(commits.json(id))
        : GitLabAnswer.error(404, "404 Commit Not Found");
  }

  private GitLabAnswer mergeBase(List<String> refs) {
    List<String> ids = refs.stream().map(r -> branches.getOrDefault(r, r)).toList();
    if (!ids.stream().allMatch(commits::has)) {
      return GitLabAnswer.error(400, "Could not find ref: " + refs);
    }
    List<String> shared = new ArrayList<>(commits.history(ids.getFirst()));
    shared.retainAll(commits.history(ids.get(1)));
    return shared.isEmpty()
        ? GitLabAnswer.error(404, "404 Merge Base Not Found")
        : GitLabAnswer.ok(commits.json(shared.getFirst()));
  }

  private GitLabAnswer create(Map<String, JsonNode> body) {
    String branch = text(body, "branch");
    String start = text(body, "start_sha");
    if (!start.isEmpty() && branches.containsKey(branch)) {
      return GitLabAnswer.error(400, "A branch called '" + branch + "' already exists.");
    }
    String base = start.isEmpty() ? branches.getOrDefault(branch, "") : start;
    if (!commits.has(base)) {
      return GitLabAnswer.error(400, "Cannot find start_sha '" + base + "'");
    }
    Map<String, String> files = new TreeMap<>(commits.files(base));
    for (JsonNode action : Objects.requireNonNull(body.get("actions"))) {
      String refused = GitLabCommits.apply(files, action);
      if (!refused.isEmpty()) {
        return GitLabAnswer.error(400, refused);
      }
    }
    String id =
        commits.add(List.of(base), files, text(body, "commit_message"), text(body, "author_name"));
    branches.put(branch, id);
    return GitLabAnswer.created(commits.json(id));
  }

  private List<Map<String, Object>> requests(ApiDescription.Call call) {
    List<Map<String, Object>> found = new ArrayList<>(mergeRequests);
    found.removeIf(m -> differs(m, "source_branch", call) || differs(m, "target_branch", call));
    found.removeIf(m -> !"all".equals(one(call, "state")) && differs(m, "state", call));
    Collections.reverse(found);
    return found;
  }

  private GitLabAnswer createRequest(Map<String, JsonNode> body, URI url) {
    String source = text(body, "source_branch");
    if (!branches.containsKey(source) || !branches.containsKey(text(body, "target_branch"))) {
      return GitLabAnswer.error(400, "a branch does not exist");
    }
    boolean open =
        mergeRequests.stream()
            .anyMatch(
                m -> source.equals(m.get("source_branch")) && "opened".equals(m.get("state")));
    if (open) {
      return GitLabAnswer.error(409, "Another open merge request already exists");
    }
    int iid = mergeRequests.size() + 1;
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", 900 + iid);
    json.put("iid", iid);
    json.put("project_id", 7);
    json.put("state", "opened");
    json.put("source_branch", source);
    json.put("target_branch", text(body, "target_branch"));
    json.put("title", text(body, "title"));
    json.put("description", text(body, "description"));
    json.put("sha", String.valueOf(branches.get(source)));
    json.put("web_url", url + "/" + path + "/-/merge_requests/" + iid);
    mergeRequests.add(json);
    return GitLabAnswer.created(json);
  }

  private static boolean differs(Map<String, Object> json, String field, ApiDescription.Call call) {
    String wanted = one(call, field);
    return !wanted.isEmpty() && !wanted.equals(json.get(field));
  }

  private static String text(Map<String, JsonNode> body, String field) {
    JsonNode value = body.get(field);
    return value == null ? "" : value.stringValue("");
  }

  static String one(ApiDescription.Call call, String name) {
    return call.query().getOrDefault(name, List.of("")).getFirst();
  }
}
