package dev.inquest.connectors.git;

import dev.inquest.change.ChangeSource;
import dev.inquest.kit.ChangeSourceContract;
import dev.inquest.topology.ServiceMap;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;

/** Two services in one local repository, told apart by their paths. */
class GitChangeSourceTest extends ChangeSourceContract {
  @TempDir private static Path folder;

  @Override
  protected ChangeSource source() throws IOException {
    TestRepository repository = TestRepository.create(folder.resolve("shop.git"));
    Map<String, String> files = new TreeMap<>();
    for (Held held : HELD) {
      files.put(held.file(), held.title() + "\n");
      repository.commitText("main", held.at(), held.author(), held.title(), files);
    }
    return over(repository.locator());
  }

  @Override
  protected ChangeSource unreachable() {
    return over(folder.resolve("none.git").toString());
  }

  private ChangeSource over(String locator) {
    ServiceMap services =
        new ServiceMap(
            List.of(
                Maps.entry("carts", locator, List.of("carts/")),
                Maps.entry("orders", locator, List.of("/orders"))));
    GitRepositories repositories =
        new GitRepositories(folder, GitProperties.DEFAULT, Clock.systemUTC());
    return new GitChangeSource(repositories, GitProperties.DEFAULT, services);
  }
}
