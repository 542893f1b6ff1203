package dev.inquest.connectors.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.kit.RepositorySourceContract;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;

class GitLabRepositorySourceTest extends RepositorySourceContract {
  private static @Nullable GitLabServer server;

  @Override
  protected Held held() throws IOException {
    GitLabServer made = new GitLabServer();
    server = made;
    List<String> hashes = new ArrayList<>();
    for (Map<String, String> files : COMMITS) {
      hashes.add(made.project().commit("main", "a commit", "A", files));
    }
    GitLabRepositorySource source =
        new GitLabRepositorySource(
            Connections.to(made.url(), GitLabServer.READ_TOKEN),
            new GitLabAddress(made.url()),
            List.of(new GitLabProjects.Tracked("shop", GitLabServer.PROJECT, null)));
    return new Held(source, made.locator(), "main", hashes);
  }

  @AfterEach
  void nothingUnpublishedWasCalled() {
    GitLabServer known = server;
    if (known != null) {
      assertThat(known.complaints()).isEmpty();
    }
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }
}
