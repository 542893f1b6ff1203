package dev.inquest.connectors.git;

import dev.inquest.connectors.resilience.ForeignText;
import dev.inquest.evidence.CheckResult;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.gate.actuator.Actuation;
import dev.inquest.gate.actuator.Actuator;
import dev.inquest.gate.actuator.MergeRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jgit.lib.Repository;

/**
 * Opens merge requests in bare repositories on this machine: a branch, and a JSON file that says
 * what is asked ({@link MergeRequestFile}).
 */
public final class LocalRepositoryActuator implements Actuator {
  private final Clock clock;

  /** One at a time here; against another process the branch's compare-and-set decides. */
  private final ReentrantLock lock = new ReentrantLock();

  public LocalRepositoryActuator(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return "local-repository";
  }

  @Override
  public CheckResult check() {
    return CheckResult.ok("writes branches into local bare repositories");
  }

  @Override
  public boolean serves(String repository) {
    return local(repository).isPresent();
  }

  @Override
  public Optional<MergeRequest> find(Actuation actuation) {
    return on(actuation, LocalRepositoryActuator::found);
  }

  @Override
  public MergeRequest open(Actuation actuation) {
    lock.lock();
    try {
      return on(actuation, this::opened);
    } finally {
      lock.unlock();
    }
  }

  private static Optional<MergeRequest> found(ProposedBranch branch, Path file) throws IOException {
    Optional<String> commit = branch.sameAsProposed();
    Optional<MergeRequestFile> asked = MergeRequestFile.read(file);
    return commit
        .filter(c -> asked.isPresent() && asked.get().commit().equals(c))
        .map(c -> new MergeRequest(branch.name(), c, file.toUri().toString()));
  }

  private MergeRequest opened(ProposedBranch branch, Path file) throws IOException {
    Optional<MergeRequest> earlier = found(branch, file);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    String commit = branch.create(clock.instant());
    branch.request(commit).write(file);
    return new MergeRequest(branch.name(), commit, file.toUri().toString());
  }

  private interface Work<T> {
    T on(ProposedBranch branch, Path file) throws IOException;
  }

  private <T> T on(Actuation actuation, Work<T> work) {
    Path path =
        local(actuation.repository())
            .orElseThrow(() -> refused("the repository is not on this machine"));
    try (Repository repository = GitRepositories.openLocal(path)) {
      Path file = MergeRequestFile.path(repository.getDirectory().toPath(), checked(actuation));
      return work.on(new ProposedBranch(repository, actuation), file);
    } catch (IOException | RuntimeException e) {
      throw GitFailures.map("local-repository", e);
    }
  }

  private static String checked(Actuation actuation) {
    String branch = actuation.branch();
    boolean plain = branch.matches("inquest/[0-9a-zA-Z._-]{1,100}");
    if (!plain || !Repository.isValidRefName("refs/heads/" + branch)) {
      throw refused("the branch " + ForeignText.line(branch, 100) + " is not one of Inquest's");
    }
    return branch;
  }

  private static Optional<Path> local(String repository) {
    return GitLocator.parse(repository)
        .filter(GitLocator.Local.class::isInstance)
        .map(l -> ((GitLocator.Local) l).path());
  }

  private static FailureException refused(String message) {
    return new FailureException(
        Failure.permanent("actuation-refused", "local-repository", message));
  }
}
