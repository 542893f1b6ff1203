package dev.inquest.connectors.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.gate.actuator.Actuator;
import dev.inquest.kit.ActuatorContract;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

class GitLabActuatorTest extends ActuatorContract {
  private final List<GitLabServer> servers = new ArrayList<>();

  @Override
  protected Forge forge() throws IOException {
    GitLabServer server = new GitLabServer();
    servers.add(server);
    String base = server.project().commit("main", "Begin", "A", BASE);
    Actuator actuator =
        new GitLabActuator(
            Connections.to(server.url(), GitLabServer.WRITE_TOKEN),
            new GitLabAddress(server.url()));
    return new ServedForge(actuator, server, base);
  }

  @AfterEach
  void nothingUnpublishedWasCalled() {
    for (GitLabServer server : servers) {
      server.close();
      assertThat(server.complaints()).isEmpty();
    }
  }

  private record ServedForge(Actuator actuator, GitLabServer server, String baseSha)
      implements Forge {
    @Override
    public String repository() {
      return server.locator();
    }

    @Override
    public String targetBranch() {
      return "main";
    }

    @Override
    public Map<String, String> filesOf(String branch) {
      String head = server.project().head(branch);
      return head == null ? Map.of() : server.project().commits().files(head);
    }

    @Override
    public List<String> parentsOf(String branch) {
      String head = server.project().head(branch);
      return head == null ? List.of() : server.project().commits().parents(head);
    }

    @Override
    public int openMergeRequests() {
      return server.project().mergeRequests().size();
    }
  }
}
