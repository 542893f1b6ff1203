package dev.inquest.kit;

import dev.inquest.change.RepositorySource;
import dev.inquest.evidence.CheckResult;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One repository in memory with one branch.
 *
 * @param commits full hash to files (path to content), oldest first; the last one is the head
 */
public record FakeRepositorySource(
    String repository, String branch, List<Map.Entry<String, Map<String, String>>> commits)
    implements RepositorySource {
  public FakeRepositorySource {
    commits = List.copyOf(commits);
  }

  @Override
  public String name() {
    return "fake-repository";
  }

  @Override
  public CheckResult check() {
    return CheckResult.ok(commits.size() + " commits");
  }

  @Override
  public boolean reads(String locator) {
    return repository.equals(locator);
  }

  @Override
  public String head(String locator, String wanted) {
    if (!branch.equals(wanted) || commits.isEmpty()) {
      throw refused("there is no branch " + wanted);
    }
    return commits.getLast().getKey();
  }

  @Override
  public List<String> list(String locator, String commit, String folder, int max) {
    String prefix = folder.isEmpty() || folder.endsWith("/") ? folder : folder + "/";
    return files(commit).keySet().stream()
        .filter(p -> p.startsWith(prefix))
        .sorted()
        .limit(max)
        .toList();
  }

  @Override
  public Optional<String> read(String locator, String commit, String path, int maxBytes) {
    Optional<String> found = Optional.ofNullable(files(commit).get(path));
    if (found.isPresent() && found.get().getBytes(StandardCharsets.UTF_8).length > maxBytes) {
      throw refused(path + " is over " + maxBytes + " bytes");
    }
    return found;
  }

  @Override
  public boolean contains(String locator, String commit, String ancestor) {
    return index(ancestor) <= index(commit);
  }

  private Map<String, String> files(String commit) {
    return commits.get(index(commit)).getValue();
  }

  private int index(String commit) {
    for (int i = 0; i < commits.size(); i++) {
      if (commits.get(i).getKey().equals(commit)) {
        return i;
      }
    }
    throw refused("there is no commit " + commit);
  }

  private static FailureException refused(String message) {
    return new FailureException(Failure.permanent("source-refused", "fake-repository", message));
  }
}
