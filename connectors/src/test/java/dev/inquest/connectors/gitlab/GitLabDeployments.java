package dev.inquest.connectors.gitlab;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Deployments of the server's project. */
final class GitLabDeployments {
  private final GitLabCommits commits;
  private final List<Deployed> all = new CopyOnWriteArrayList<>();

  GitLabDeployments(GitLabCommits commits) {
    this.commits = commits;
  }

  private record Deployed(
      long id, Instant at, String environment, String status, String sha, String who) {}

  void add(String environment, String status, String sha, Instant at, String who) {
    all.add(new Deployed(all.size() + 41L, at, environment, status, sha, who));
  }

  /** A page of them, filtered and sorted as asked. */
  GitLabAnswer answer(ApiDescription.Call call) {
    Comparator<Deployed> order =
        "updated_at".equals(GitLabProject.one(call, "order_by"))
            ? Comparator.comparing(Deployed::at)
            : Comparator.comparingLong(Deployed::id);
    Stream<Deployed> found =
        all.stream()
            .filter(d ->
                GitLabProject.one(call, "status").isEmpty()
                    || d.status().equals(GitLabProject.one(call, "status")))
            .filter(d ->
                GitLabProject.one(call, "environment").isEmpty()
                    || d.environment().equals(GitLabProject.one(call, "environment")))
            .filter(d -> !d.at().isBefore(time(call, "updated_after", Instant.MIN)))
            .filter(d -> !d.at().isAfter(time(call, "updated_before", Instant.MAX)))
            .sorted("desc".equals(GitLabProject.one(call, "sort")) ? order.reversed() : order);
    return GitLabAnswer.page(found.map(this::json).toList(), call.query());
  }

  private Map<String, Object> json(Deployed deployed) {
    Map<String, Object> job = new LinkedHashMap<>();
    job.put("id", deployed.id() + 600);
    job.put("name", "deploy");
    job.put("ref", "main");
    job.put("tag", false);
    job.put("status", deployed.status());
    job.put("commit", commits.json(deployed.sha()));
    job.put("finished_at", deployed.at().toString());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", deployed.id());
    json.put("iid", deployed.id() - 40);
    json.put("ref", "main");
    json.put("sha", deployed.sha());
    json.put("status", deployed.status());
    json.put("created_at", deployed.at().minusSeconds(30).toString());
    json.put("updated_at", deployed.at().toString());
    json.put("environment", Map.of("id", 9, "name", deployed.environment()));
    json.put("user", Map.of("id", 1, "name", deployed.who(), "username", "u", "state", "active"));
    json.put("deployable", job);
    return json;
  }

  private static Instant time(ApiDescription.Call call, String name, Instant otherwise) {
    String text = GitLabProject.one(call, name);
    return text.isEmpty() ? otherwise : OffsetDateTime.parse(text).toInstant();
  }
}
