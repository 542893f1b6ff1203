package dev.inquest.connectors.gitlab;

import dev.inquest.change.Change;
import dev.inquest.change.ChangeKind;
import dev.inquest.change.ChangeQuery;
import dev.inquest.connectors.resilience.FailureCodes;
import dev.inquest.connectors.resilience.ForeignText;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gitlab4j.api.Pager;
import org.gitlab4j.api.models.Commit;
import org.gitlab4j.api.models.Deployable;
import org.gitlab4j.api.models.Deployment;
import org.gitlab4j.api.models.DeploymentFilter;
import org.gitlab4j.api.models.Environment;
import org.gitlab4j.models.Constants;
import org.jspecify.annotations.Nullable;

/** The successful deployments of one project. */
record Deployments(
    GitLabConnection connection,
    GitLabProjects.Tracked tracked,
    int maxDiffChars,
    List<String> warnings) {
  private static final int PER_PAGE = 100;
  private static final int MAX_PAGES = 10;

  /** How much later than it took effect a deployment's record may be touched. */
  private static final Duration LATE = Duration.ofMinutes(10);

  List<Change> in(ChangeQuery query) {
    List<Deployment> listed = list(query);
    Map<String, @Nullable String> before = new HashMap<>();
    List<Change> changes = new ArrayList<>();
    int first = Math.max(0, listed.size() - query.max() - 1);
    for (Deployment deployment : listed.subList(first, listed.size())) {
      String environment = environment(deployment);
      if (!before.containsKey(environment)) {
        before.put(environment, previous(deployment).map(Deployment::getSha).orElse(null));
      }
      changes.add(change(deployment, before.get(environment)));
      before.put(environment, deployment.getSha());
    }
    return changes;
  }

  private List<Deployment> list(ChangeQuery query) {
    DeploymentFilter filter =
        filter(Constants.SortOrder.DESC)
            .withUpdatedAfter(Date.from(query.window().from()))
            .withUpdatedBefore(Date.from(query.window().to().plus(LATE)));
    List<Deployment> listed = new ArrayList<>();
    Pager<Deployment> pages =
        connection.call(api ->
            api.getDeploymentsApi().getProjectDeployments(tracked.project(), filter, PER_PAGE));
    for (int page = 0; pages.hasNext(); page++) {
      if (page == MAX_PAGES) {
        warnings.add("only the newest deployments of " + tracked.project() + " were read");
        break;
      }
      listed.addAll(connection.call(api -> pages.next()));
    }
    return listed.stream()
        .filter(d -> query.window().contains(at(d)))
        .sorted(Comparator.comparing(Deployments::at).thenComparing(Deployment::getId))
        .toList();
  }

  /** The last success before, in the same environment: what was running until then. */
  private Optional<Deployment> previous(Deployment deployment) {
    DeploymentFilter filter =
        filter(Constants.SortOrder.DESC).withUpdatedBefore(Date.from(at(deployment)));
    filter.setEnvironment(environment(deployment));
    List<Deployment> earlier =
        connection.call(api -> {
          Pager<Deployment> pages =
              api.getDeploymentsApi().getProjectDeployments(tracked.project(), filter, 2);
          return pages.hasNext() ? pages.next() : List.of();
        });
    return earlier.stream().filter(d -> !d.getId().equals(deployment.getId())).findFirst();
  }

  private DeploymentFilter filter(Constants.SortOrder order) {
    DeploymentFilter filter =
        new DeploymentFilter()
            .withOrderBy(Constants.DeploymentOrderBy.UPDATED_AT)
            .withSortOrder(order)
            .withStatus(Constants.DeploymentStatus.SUCCESS);
    if (tracked.environment() != null) {
      filter.setEnvironment(tracked.environment());
    }
    return filter;
  }

  private Change change(Deployment deployment, @Nullable String previousSha) {
    Brought brought =
        previousSha == null || previousSha.equals(deployment.getSha())
            ? Brought.NOTHING
            : Brought.between(
                connection, tracked.project(), previousSha, deployment.getSha(), maxDiffChars);
    if (brought.cut()) {
      warnings.add("the diff of deployment " + deployment.getId() + " is cut");
    }
    Deployable job = deployment.getDeployable();
    boolean tagged = job != null && Boolean.TRUE.equals(job.getTag());
    return new Change(
        "deployment-" + deployment.getId(),
        ChangeKind.DEPLOY,
        at(deployment),
        tracked.service(),
        tagged ? ForeignText.line(deployment.getRef(), 200) : null,
        ForeignText.line(deployment.getSha(), 64),
        deployment.getUser() == null ? null : ForeignText.line(deployment.getUser().getName(), 200),
        title(deployment, job),
        brought.files(),
        brought.text(),
        List.of());
  }

  private static @Nullable String title(Deployment deployment, @Nullable Deployable job) {
    Commit commit = job == null ? null : job.getCommit();
    return commit == null || commit.getTitle() == null
        ? ForeignText.line("deploy of " + deployment.getRef(), 500)
        : ForeignText.line(commit.getTitle(), 500);
  }

  /** When the job ended; where GitLab did not run the job, when the record was last touched. */
  private static Instant at(Deployment deployment) {
    Deployable job = deployment.getDeployable();
    Date at =
        job == null || job.getFinishedAt() == null
            ? deployment.getUpdatedAt()
            : job.getFinishedAt();
    Date known = at == null ? deployment.getCreatedAt() : at;
    if (known == null || deployment.getId() == null || deployment.getSha() == null) {
      throw new FailureException(
          Failure.permanent(
              FailureCodes.NONSENSE, "gitlab", "a deployment lacks its id, time or commit"));
    }
    return known.toInstant();
  }

  private static String environment(Deployment deployment) {
    Environment environment = deployment.getEnvironment();
    return environment == null || environment.getName() == null ? "" : environment.getName();
  }
}
