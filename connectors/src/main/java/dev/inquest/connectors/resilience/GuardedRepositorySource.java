package dev.inquest.connectors.resilience;

import dev.inquest.change.RepositorySource;
import dev.inquest.evidence.CheckResult;
import java.util.List;
import java.util.Optional;

/** A {@link RepositorySource} behind its guard. */
public record GuardedRepositorySource(RepositorySource source, Guarded guard)
    implements RepositorySource {
  @Override
  public String name() {
    return source.name();
  }

  @Override
  public CheckResult check() {
    return guard.check(source);
  }

  @Override
  public boolean reads(String repository) {
    return source.reads(repository);
  }

  @Override
  public String head(String repository, String branch) {
    return guard.call(() -> source.head(repository, branch));
  }

  @Override
  public List<String> list(String repository, String commit, String folder, int max) {
    return guard.call(() -> source.list(repository, commit, folder, max));
  }

  @Override
  public Optional<String> read(String repository, String commit, String path, int maxBytes) {
    return guard.call(() -> source.read(repository, commit, path, maxBytes));
  }

  @Override
  public boolean contains(String repository, String commit, String ancestor) {
    return guard.call(() -> source.contains(repository, commit, ancestor));
  }
}
