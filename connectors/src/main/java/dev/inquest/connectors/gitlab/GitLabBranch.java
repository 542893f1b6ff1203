package dev.inquest.connectors.gitlab;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.gate.actuator.Actuation;
import dev.inquest.gate.actuator.ActuationPaths;
import dev.inquest.gate.actuator.MergeRequest;
import dev.inquest.proposal.ProposedFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gitlab4j.api.models.Commit;
import org.gitlab4j.api.models.CommitAction;
import org.gitlab4j.api.models.CommitPayload;
import org.gitlab4j.api.models.CompareResults;
import org.gitlab4j.api.models.Diff;
import org.gitlab4j.api.models.MergeRequestFilter;
import org.gitlab4j.models.Constants;

/** The branch of one actuation in a GitLab project: one commit on the base. */
record GitLabBranch(GitLabConnection connection, String project, Actuation actuation) {
  private static final String WHO = "Inquest";
  private static final int MAX_REQUESTS = 20;
  private static final String EMAIL = "inquest@localhost";

  /** The branch's head, where it is one commit on the base with exactly the proposed files. */
  Optional<String> sameAsProposed() {
    return connection
        .find(api -> api.getRepositoryApi().getBranch(project, actuation.branch()))
        .map(b -> b.getCommit().getId())
        .filter(head -> actuation.baseSha().equals(mergeBase(head)))
        .filter(this::holdsExactlyTheFiles);
  }

  /** The merge request of this branch in whatever state; an open one before others. */
  Optional<MergeRequest> mergeRequest(String commit) {
    MergeRequestFilter filter =
        new MergeRequestFilter()
            .withSourceBranch(actuation.branch())
            .withTargetBranch(actuation.targetBranch())
            .withState(Constants.MergeRequestState.ALL);
    List<org.gitlab4j.api.models.MergeRequest> listed =
        connection.call(
            api -> api.getMergeRequestApi().getMergeRequests(project, filter, MAX_REQUESTS).next());
    return listed.stream()
        .filter(m -> m.getWebUrl() != null && actuation.branch().equals(m.getSourceBranch()))
        .min(Comparator.comparingInt(m -> "opened".equals(m.getState()) ? 0 : 1))
        .map(m -> new MergeRequest(actuation.branch(), commit, m.getWebUrl()));
  }

  /**
   * Creates branch and commit in one call, which GitLab does wholly or not at all.
   *
   * @throws FailureException {@code actuation-conflict} where a branch of that name holds something
   *     else
   */
  String create() {
    checkBase();
    CommitPayload payload =
        new CommitPayload()
            .withBranch(actuation.branch())
            .withStartSha(actuation.baseSha())
            .withCommitMessage(actuation.message())
            .withAuthorName(WHO)
            .withAuthorEmail(EMAIL)
            .withActions(actions());
    try {
      return connection.call(api -> api.getCommitsApi().createCommit(project, payload).getId());
    } catch (FailureException e) {
      return sameAsProposed().orElseThrow(() -> exists() ? conflict() : e);
    }
  }

  private void checkBase() {
    if (!actuation.baseSha().equals(mergeBase(actuation.targetBranch()))) {
      throw new FailureException(
          Failure.permanent(
              "actuation-refused",
              actuation.proposal(),
              "the base is not part of the branch " + actuation.targetBranch()));
    }
  }

  private String mergeBase(String other) {
    return connection.call(api ->
        api.getRepositoryApi().getMergeBase(project, List.of(actuation.baseSha(), other)).getId());
  }

  private List<CommitAction> actions() {
    List<CommitAction> actions = new ArrayList<>();
    for (ProposedFile file : actuation.files()) {
      boolean there = text(file.path(), actuation.baseSha()).isPresent();
      String content = file.content();
      CommitAction action = new CommitAction().withFilePath(file.path());
      if (content == null) {
        if (!there) {
          throw ActuationPaths.refused(file.path(), "is to be deleted but is not there");
        }
        actions.add(action.withAction(CommitAction.Action.DELETE));
      } else {
        CommitAction.Action kind = there ? CommitAction.Action.UPDATE : CommitAction.Action.CREATE;
        actions.add(
            action.withAction(kind).withContent(content).withEncoding(Constants.Encoding.TEXT));
      }
    }
    return actions;
  }

  private boolean holdsExactlyTheFiles(String commit) {
    CompareResults compared =
        connection.call(api ->
            api.getRepositoryApi().compare(project, actuation.baseSha(), commit, null, true));
    List<Commit> between = compared.getCommits();
    if (between.size() != 1 || !commit.equals(between.getFirst().getId())) {
      return false;
    }
    Set<String> touched = new TreeSet<>();
    for (Diff diff : compared.getDiffs()) {
      touched.add(diff.getOldPath());
      touched.add(diff.getNewPath());
    }
    Set<String> wanted = new TreeSet<>();
    actuation.files().forEach(f -> wanted.add(f.path()));
    return touched.equals(wanted)
        && actuation.files().stream()
            .allMatch(f -> text(f.path(), commit).equals(Optional.ofNullable(f.content())));
  }

  private Optional<String> text(String path, String commit) {
    return connection
        .find(api -> api.getRepositoryFileApi().getFile(project, path, commit))
        .map(f -> f.getDecodedContentAsString());
  }

  private boolean exists() {
    return connection
        .find(api -> api.getRepositoryApi().getBranch(project, actuation.branch()))
        .isPresent();
  }

  private FailureException conflict() {
    return new FailureException(
        Failure.permanent(
            "actuation-conflict",
            actuation.proposal(),
            "the branch " + actuation.branch() + " is there and holds something else"));
  }
}
