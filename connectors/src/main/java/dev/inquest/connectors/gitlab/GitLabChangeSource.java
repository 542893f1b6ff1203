package dev.inquest.connectors.gitlab;

import dev.inquest.change.Change;
import dev.inquest.change.ChangeAnswer;
import dev.inquest.change.ChangeQuery;
import dev.inquest.change.ChangeSource;
import dev.inquest.evidence.CheckResult;
import dev.inquest.failure.FailureException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Successful deployments as changes, each with what it brought over the one before. */
public final class GitLabChangeSource implements ChangeSource {
  private final GitLabConnection connection;
  private final GitLabReadCheck check;
  private final List<GitLabProjects.Tracked> tracked;
  private final int maxDiffChars;

  GitLabChangeSource(
      GitLabConnection connection, List<GitLabProjects.Tracked> tracked, int maxDiffChars) {
    this.connection = connection;
    this.check = new GitLabReadCheck(connection, tracked);
    this.tracked = List.copyOf(tracked);
    this.maxDiffChars = maxDiffChars;
  }

  @Override
  public String name() {
    return "gitlab";
  }

  @Override
  public CheckResult check() {
    return check.run();
  }

  @Override
  public ChangeAnswer changes(ChangeQuery query) {
    List<Change> found = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    List<FailureException> failures = new ArrayList<>();
    List<GitLabProjects.Tracked> asked =
        tracked.stream()
            .filter(t -> query.services().isEmpty() || query.services().contains(t.service()))
            .toList();
    for (GitLabProjects.Tracked one : asked) {
      try {
        found.addAll(new Deployments(connection, one, maxDiffChars, warnings).in(query));
      } catch (FailureException e) {
        failures.add(e);
        warnings.add("project " + one.project() + " is not read: " + e.failure().message());
      }
    }
    if (!failures.isEmpty() && failures.size() == asked.size()) {
      throw failures.getFirst();
    }
    found.sort(Comparator.comparing(Change::at));
    return new ChangeAnswer(text(query, asked), newest(found, query.max(), warnings), warnings);
  }

  private static String text(ChangeQuery query, List<GitLabProjects.Tracked> asked) {
    List<String> projects = asked.stream().map(GitLabProjects.Tracked::project).toList();
    return "successful deployments of "
        + projects
        + " from "
        + query.window().from()
        + " to "
        + query.window().to();
  }

  private static List<Change> newest(List<Change> found, int max, List<String> warnings) {
    if (found.size() <= max) {
      return found;
    }
    warnings.add("older deployments are left out: more than " + max);
    return found.subList(found.size() - max, found.size());
  }
}
