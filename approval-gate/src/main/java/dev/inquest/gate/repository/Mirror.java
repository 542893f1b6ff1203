package dev.inquest.gate.repository;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jgit.api.FetchCommand;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryCache;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;
import org.eclipse.jgit.util.FS;

/** One bare copy, brought up to date by {@link #fetch}. Thread-safe. */
public final class Mirror {
  private static final int TIMEOUT_SECONDS = 20;

  private final Path folder;
  private final String locator;
  private final String token;
  private final ReentrantLock fetching = new ReentrantLock();

  Mirror(Path folder, String locator, String token) {
    this.folder = folder;
    this.locator = locator;
    this.token = token;
  }

  /** Work on an open copy. */
  @FunctionalInterface
  public interface Work<T> {
    T in(Repository repository) throws IOException;
  }

  /**
   * Brings one branch up to date and gives the commit at its head.
   *
   * @throws FailureException {@code repository-unreadable}, retryable; {@code branch-unknown}
   */
  public String fetch(String branch) {
    fetching.lock();
    try {
      return read(repository -> fetch(repository, branch));
    } finally {
      fetching.unlock();
    }
  }

  /**
   * Opens the copy for reading and computing.
   *
   * @throws FailureException {@code repository-unreadable}, retryable
   */
  public <T> T read(Work<T> work) {
    try (Repository repository = open()) {
      return work.in(repository);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private Repository open() throws IOException {
    Repository repository =
        new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare().build();
    if (!RepositoryCache.FileKey.isGitRepository(folder.toFile(), FS.DETECTED)) {
      repository.create(true);
    }
    return repository;
  }

  private String fetch(Repository repository, String branch) throws IOException {
    String ref = "refs/heads/" + branch;
    try (Git git = new Git(repository)) {
      FetchCommand fetch =
          git.fetch()
              .setRemote(locator)
              .setRefSpecs(new RefSpec("+" + ref + ":" + ref))
              .setTagOpt(TagOpt.NO_TAGS)
              .setTimeout(TIMEOUT_SECONDS);
      if (!token.isEmpty()) {
        fetch.setCredentialsProvider(new UsernamePasswordCredentialsProvider("oauth2", token));
      }
      fetch.call();
    } catch (GitAPIException e) {
      throw unreadable(e);
    }
    ObjectId head = repository.resolve(ref);
    if (head == null) {
      throw new FailureException(
          Failure.permanent("branch-unknown", branch, "the repository has no branch " + branch));
    }
    return head.name();
  }

  private FailureException unreadable(Exception cause) {
    return new FailureException(
        Failure.transientFailure(
            "repository-unreadable", locator, "the gate cannot read the repository " + locator),
        cause);
  }
}
