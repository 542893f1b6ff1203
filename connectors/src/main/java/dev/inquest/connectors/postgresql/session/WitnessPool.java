package dev.inquest.connectors.postgresql.session;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;

/** Makes the small, lazy pool of one database: nothing is opened before the first question. */
public final class WitnessPool {
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration SOCKET = Duration.ofSeconds(20);
  private static final Duration IDLE = Duration.ofMinutes(2);

  private WitnessPool() {}

  public static HikariDataSource open(
      String name, String url, String username, String password, int connections) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("inquest-" + name);
    config.setJdbcUrl(url);
    config.setUsername(username);
    config.setPassword(password);
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(0);
    config.setIdleTimeout(IDLE.toMillis());
    config.setInitializationFailTimeout(-1);
    config.setConnectionTimeout(CONNECT.toMillis());
    config.setAutoCommit(false);
    config.addDataSourceProperty("ApplicationName", "inquest");
    config.addDataSourceProperty("connectTimeout", Long.toString(CONNECT.toSeconds()));
    config.addDataSourceProperty("loginTimeout", Long.toString(CONNECT.toSeconds()));
    config.addDataSourceProperty("socketTimeout", Long.toString(SOCKET.toSeconds()));
    // Server-side prepared statements of the driver would not outlive a pooler in between.
    config.addDataSourceProperty("prepareThreshold", "0");
    return new HikariDataSource(config);
  }
}
