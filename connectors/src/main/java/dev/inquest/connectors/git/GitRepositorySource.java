package dev.inquest.connectors.git;

import dev.inquest.change.RepositorySource;
import dev.inquest.evidence.CheckResult;
import dev.inquest.failure.FailureException;
import dev.inquest.topology.ServiceEntry;
import dev.inquest.topology.ServiceMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads files of local and remote repositories. */
public final class GitRepositorySource implements RepositorySource {
  private final GitRepositories repositories;
  private final ServiceMap services;

  public GitRepositorySource(GitRepositories repositories, ServiceMap services) {
    this.repositories = repositories;
    this.services = services;
  }

  @Override
  public String name() {
    return "git";
  }

  @Override
  public CheckResult check() {
    List<CheckResult.Complaint> complaints = new ArrayList<>();
    int read = 0;
    for (ServiceEntry entry : services.entries()) {
      CheckResult.@Nullable Complaint complaint = complaint(entry);
      if (complaint != null) {
        complaints.add(complaint);
      } else if (entry.repository() != null) {
        read++;
      }
    }
    return complaints.isEmpty()
        ? CheckResult.ok("reads the repositories of " + read + " services")
        : new CheckResult.Failed(complaints);
  }

  @Override
  public boolean reads(String repository) {
    return GitLocator.parse(repository).isPresent();
  }

  @Override
  public String head(String repository, String branch) {
    return repositories.read(repository, Freshness.NOW, r -> r.head(branch).name());
  }

  @Override
  public List<String> list(String repository, String commit, String folder, int max) {
    return at(repository, commit, r -> r.list(commit, folder, max));
  }

  @Override
  public Optional<String> read(String repository, String commit, String path, int maxBytes) {
    return at(repository, commit, r -> r.read(commit, path, maxBytes));
  }

  @Override
  public boolean contains(String repository, String commit, String ancestor) {
    return at(repository, commit, r -> r.contains(commit, ancestor));
  }

  /** A commit never changes, so a mirror is fetched only where it lacks the one asked for. */
  private <T> T at(String repository, String commit, GitRepositories.Reading<T> reading) {
    boolean known = repositories.read(repository, Freshness.ANY, r -> r.has(commit));
    return repositories.read(repository, known ? Freshness.ANY : Freshness.RECENT, reading);
  }

  private CheckResult.@Nullable Complaint complaint(ServiceEntry entry) {
    String repository = entry.repository();
    if (repository == null) {
      return null;
    }
    try {
      repositories.read(repository, Freshness.RECENT, r -> r.head(entry.branch()));
      return null;
    } catch (FailureException e) {
      return new CheckResult.Complaint(
          "the repository of service " + entry.name() + ": " + e.failure().message(),
          "Correct repository, branch or token of that entry of inquest.services.");
    }
  }
}
