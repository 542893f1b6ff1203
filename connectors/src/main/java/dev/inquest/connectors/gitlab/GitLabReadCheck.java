package dev.inquest.connectors.gitlab;

import dev.inquest.evidence.CheckResult;
import dev.inquest.failure.FailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gitlab4j.api.models.PersonalAccessToken;

/** Whether GitLab answers, shows the projects, and would refuse this token a write. */
record GitLabReadCheck(GitLabConnection connection, List<GitLabProjects.Tracked> tracked) {
  private static final int MAX_PROJECTS = 20;

  CheckResult run() {
    List<CheckResult.Complaint> wrong = new ArrayList<>();
    List<CheckResult.Complaint> odd = new ArrayList<>();
    try {
      scopes(wrong, odd);
      for (GitLabProjects.Tracked one :
          tracked.subList(0, Math.min(MAX_PROJECTS, tracked.size()))) {
        connection.now(api -> api.getProjectApi().getProject(one.project()));
      }
    } catch (FailureException e) {
      wrong.add(
          new CheckResult.Complaint(
              e.failure().message(),
              "Correct url, read-token, ca-file and projects of inquest.connectors.gitlab."));
    }
    if (tracked.isEmpty()) {
      odd.add(
          new CheckResult.Complaint(
              "no service is deployed from this GitLab",
              "Name a repository on it in inquest.services, or a project in"
                  + " inquest.connectors.gitlab.projects."));
    }
    return wrong.isEmpty()
        ? new CheckResult.Ok("reads " + tracked.size() + " projects", odd)
        : new CheckResult.Failed(wrong);
  }

  /** The agent must hold nothing that can change anything. */
  private void scopes(List<CheckResult.Complaint> wrong, List<CheckResult.Complaint> odd) {
    Optional<PersonalAccessToken> token = self();
    if (token.isEmpty()) {
      odd.add(
          new CheckResult.Complaint(
              "GitLab does not say what read-token can do", "Use a project or personal token."));
      return;
    }
    List<String> writing =
        token.get().getScopes().stream()
            .map(Object::toString)
            .filter(s -> !s.startsWith("read_"))
            .toList();
    if (!writing.isEmpty()) {
      wrong.add(
          new CheckResult.Complaint(
              "read-token can do more than read: it has " + writing,
              "Make a token with the scope read_api alone; the gate has its own."));
    }
  }

  /** Tokens of other kinds have no record of themselves. */
  private Optional<PersonalAccessToken> self() {
    try {
      return Optional.of(
          connection.now(api -> api.getPersonalAccessTokenApi().getPersonalAccessToken()));
    } catch (FailureException e) {
      if (e.failure().code().equals(GitLabFailures.NOT_FOUND)) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
