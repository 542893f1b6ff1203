package dev.inquest.connectors.gitlab;

import dev.inquest.connectors.resilience.FailureCodes;
import dev.inquest.evidence.CheckResult;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.gate.actuator.Actuation;
import dev.inquest.gate.actuator.ActuationPaths;
import dev.inquest.gate.actuator.Actuator;
import dev.inquest.gate.actuator.MergeRequest;
import java.util.Optional;
import org.gitlab4j.api.models.MergeRequestParams;

/** Opens merge requests on one GitLab. */
public final class GitLabActuator implements Actuator {
  private final GitLabConnection connection;
  private final GitLabAddress address;

  GitLabActuator(GitLabConnection connection, GitLabAddress address) {
    this.connection = connection;
    this.address = address;
  }

  @Override
  public String name() {
    return "gitlab";
  }

  @Override
  public CheckResult check() {
    try {
      String version = connection.now(api -> api.getVersion().getVersion());
      return CheckResult.ok("GitLab " + version + " at " + address.root());
    } catch (FailureException e) {
      return CheckResult.failed(
          e.failure().message(), "Correct url, write-token and ca-file of inquest.gate.gitlab.");
    }
  }

  @Override
  public boolean serves(String repository) {
    return address.project(repository).isPresent();
  }

  @Override
  public Optional<MergeRequest> find(Actuation actuation) {
    GitLabBranch branch = branch(actuation);
    return branch.sameAsProposed().flatMap(commit -> branch.mergeRequest(commit));
  }

  @Override
  public MergeRequest open(Actuation actuation) {
    ActuationPaths.check(actuation.files());
    GitLabBranch branch = branch(actuation);
    Optional<String> earlier = branch.sameAsProposed();
    String commit = earlier.orElseGet(branch::create);
    return earlier
        .flatMap(branch::mergeRequest)
        .orElseGet(() -> request(branch, actuation, commit));
  }

  /** Where the forge says that there is one, another try was quicker: that one it is. */
  private MergeRequest request(GitLabBranch branch, Actuation actuation, String commit) {
    MergeRequestParams asked =
        new MergeRequestParams()
            .withSourceBranch(actuation.branch())
            .withTargetBranch(actuation.targetBranch())
            .withTitle(actuation.title())
            .withDescription(actuation.description())
            .withRemoveSourceBranch(true);
    try {
      String url =
          connection.call(api ->
              api.getMergeRequestApi().createMergeRequest(branch.project(), asked).getWebUrl());
      return new MergeRequest(actuation.branch(), commit, url);
    } catch (FailureException e) {
      return branch.mergeRequest(commit).orElseThrow(() -> e);
    }
  }

  private GitLabBranch branch(Actuation actuation) {
    String project =
        address
            .project(actuation.repository())
            .orElseThrow(() ->
                new FailureException(
                    Failure.permanent(
                        FailureCodes.REFUSED,
                        actuation.proposal(),
                        "the repository is not on this GitLab")));
    return new GitLabBranch(connection, project, actuation);
  }
}
