package dev.inquest.connectors.postgresql;

import dev.inquest.connectors.resilience.CallListener;
import dev.inquest.evidence.DatabaseProbe;
import dev.inquest.kit.DatabaseProbeContract;
import dev.inquest.kit.FakeBaselineStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgresProbeContractIT extends DatabaseProbeContract {
  private Targets targets;
  private Targets deadTargets;
  private PostgresProbe live;
  private PostgresProbe dead;

  @BeforeEach
  void connect() throws Exception {
    targets =
        WitnessServer.shared()
            .database()
            .withOrders()
            .targets(new FakeBaselineStore(), Clock.systemUTC());
    live = probe(targets);
    deadTargets =
        new Targets(
            List.of(
                new DatabaseSettings(
                    "shop",
                    "jdbc:postgresql://127.0.0.1:" + closedPort() + "/shop",
                    "witness",
                    "w",
                    null,
                    false,
                    null)),
            TestDatabase.NO_SCRATCH,
            new FakeBaselineStore(),
            CallListener.NONE,
            Clock.systemUTC());
    dead = probe(deadTargets);
  }

  @AfterEach
  void close() {
    targets.close();
    deadTargets.close();
  }

  @Override
  protected Subject live() {
    return new Subject(live, "settings", "name", "table-facts");
  }

  @Override
  protected DatabaseProbe dead() {
    return dead;
  }

  private static PostgresProbe probe(Targets targets) {
    return new PostgresProbe(
        targets.all(), PostgresAutoConfiguration.templates(), Clock.systemUTC());
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
