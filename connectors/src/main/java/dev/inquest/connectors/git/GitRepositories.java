package dev.inquest.connectors.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** Opens repositories by their locators. Thread-safe. */
public final class GitRepositories {
  private final GitMirrors mirrors;

  /**
   * @param home mirrors of remote repositories are kept below it, in {@code mirrors}
   */
  public GitRepositories(Path home, GitProperties properties, Clock clock) {
    this.mirrors = new GitMirrors(home.resolve("mirrors"), properties, clock);
  }

  /** Something read of an open repository. */
  @FunctionalInterface
  interface Reading<T> {
    T from(GitRepository repository) throws IOException;
  }

  <T> T read(String locator, Freshness freshness, Reading<T> reading) {
    try (GitRepository repository = new GitRepository(locator, open(locator, freshness))) {
      return reading.from(repository);
    } catch (IOException | GitAPIException | RuntimeException e) {
      throw GitFailures.map(locator, e);
    }
  }

  private Repository open(String locator, Freshness freshness) throws IOException, GitAPIException {
    GitLocator parsed =
        GitLocator.parse(locator)
            .orElseThrow(() -> GitFailures.refused(locator, "it is no path and no http address"));
    return switch (parsed) {
      case GitLocator.Local local -> openLocal(local.path());
      case GitLocator.Remote remote -> mirrors.open(remote.address(), freshness);
    };
  }

  static Repository openLocal(Path path) throws IOException {
    Path inside = path.resolve(".git");
    Path folder = Files.isDirectory(inside) ? inside : path;
    if (!Files.isRegularFile(folder.resolve("HEAD"))
        || !Files.isDirectory(folder.resolve("objects"))) {
      throw new RepositoryNotFoundException(path.toFile());
    }
    return new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare().build();
  }
}
