package dev.inquest.connectors.git;

import dev.inquest.kit.RepositorySourceContract;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class GitRepositorySourceTest extends RepositorySourceContract {
  @TempDir private static Path folder;

  @Override
  protected Held held() throws IOException {
    TestRepository repository = TestRepository.create(folder.resolve("shop.git"));
    List<String> hashes = new ArrayList<>();
    for (Map<String, String> files : COMMITS) {
      hashes.add(repository.commitText("main", Instant.EPOCH, "A", "a commit", files));
    }
    GitRepositories repositories =
        new GitRepositories(folder, GitProperties.DEFAULT, Clock.systemUTC());
    String locator = repository.locator();
    return new Held(
        new GitRepositorySource(repositories, Maps.one("shop", locator)), locator, "main", hashes);
  }
}
