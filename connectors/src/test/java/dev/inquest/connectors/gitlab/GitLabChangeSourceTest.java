package dev.inquest.connectors.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.change.ChangeSource;
import dev.inquest.kit.ChangeSourceContract;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;

/** Deployments of one project to two environments, one a service. */
class GitLabChangeSourceTest extends ChangeSourceContract {
  private static @Nullable GitLabServer server;

  @Override
  protected ChangeSource source() throws IOException {
    GitLabServer made = new GitLabServer();
    server = made;
    Map<String, String> files = new TreeMap<>(Map.of("README.md", "# Shop\n"));
    String first = made.project().commit("main", "Begin", "A", files);
    for (String environment : List.of("carts", "orders")) {
      made.project()
          .deployments()
          .add(environment, "success", first, HELD.getFirst().at().minusSeconds(3_600), "A");
    }
    Map<String, String> before = new TreeMap<>(Map.of("carts", first, "orders", first));
    for (Held held : HELD) {
      // Each service is deployed from its own line of commits, so that only its file differs.
      Map<String, String> own =
          new TreeMap<>(made.project().commits().files(String.valueOf(before.get(held.service()))));
      own.put(held.file(), held.title() + "\n");
      String sha = made.project().commit(held.service(), held.title(), held.author(), own);
      made.project()
          .deployments()
          .add(held.service(), "failed", sha, held.at().minusSeconds(60), "Nobody");
      made.project().deployments().add(held.service(), "success", sha, held.at(), held.author());
      before.put(held.service(), sha);
    }
    return over(made.url());
  }

  @Override
  protected ChangeSource unreachable() throws IOException {
    try (GitLabServer gone = new GitLabServer()) {
      return over(gone.url());
    }
  }

  @AfterEach
  void nothingUnpublishedWasCalled() {
    GitLabServer known = server;
    assertThat(known).isNotNull();
    if (known != null) {
      assertThat(known.complaints()).isEmpty();
      assertThat(known.writesRefused()).isEmpty();
    }
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  private static ChangeSource over(URI url) {
    return new GitLabChangeSource(
        Connections.to(url, GitLabServer.READ_TOKEN),
        List.of(
            new GitLabProjects.Tracked("carts", GitLabServer.PROJECT, "carts"),
            new GitLabProjects.Tracked("orders", GitLabServer.PROJECT, "orders")),
        100_000);
  }
}
