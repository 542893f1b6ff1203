package dev.inquest.investigation;

import dev.inquest.change.RepositorySource;
import dev.inquest.evidence.CheckResult;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A repository with one commit, in memory. */
final class FakeRepository implements RepositorySource {
  static final String HEAD = "f".repeat(40);

  final SortedMap<String, String> files = new TreeMap<>();

  @Override
  public boolean reads(String repository) {
    return repository.equals("git:shop");
  }

  @Override
  public String head(String repository, String branch) {
    return HEAD;
  }

  @Override
  public List<String> list(String repository, String commit, String folder, int max) {
    return files.keySet().stream().filter(path -> path.startsWith(folder)).limit(max).toList();
  }

  @Override
  public Optional<String> read(String repository, String commit, String path, int maxBytes) {
    return Optional.ofNullable(files.get(path));
  }

  @Override
  public boolean contains(String repository, String commit, String ancestor) {
    return true;
  }

  @Override
  public String name() {
    return "fake-repository";
  }

  @Override
  public CheckResult check() {
    return CheckResult.ok("in memory");
  }
}
