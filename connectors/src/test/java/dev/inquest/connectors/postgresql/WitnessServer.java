package dev.inquest.connectors.postgresql;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** One real server for all tests of this package; every test makes a database of its own. */
final class WitnessServer {
  private static final WitnessServer SHARED = start();
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private final EmbeddedPostgres postgres;

  private WitnessServer(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  static WitnessServer shared() {
    return SHARED;
  }

  /** A server that a test may stop. */
  static WitnessServer start() {
    try {
      return new WitnessServer(
          EmbeddedPostgres.builder()
              // What a test writes need not survive the machine.
              .setServerConfig("fsync", "off")
              .setServerConfig("shared_preload_libraries", "pg_stat_statements")
              .setServerConfig("max_connections", "60")
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new database with a new role that may log in and read statistics, and nothing else. */
  TestDatabase database() throws SQLException {
    int number = DATABASES.incrementAndGet();
    String name = "shop" + number;
    String role = "witness" + number;
    execute("postgres", "CREATE DATABASE " + name);
    execute("postgres", "CREATE ROLE " + role + " LOGIN PASSWORD 'w'");
    execute("postgres", "GRANT pg_read_all_stats TO " + role);
    execute(name, "CREATE EXTENSION pg_stat_statements");
    return new TestDatabase(this, name, role);
  }

  void execute(String database, String... statements) throws SQLException {
    try (Connection connection = owner(database);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  Connection owner(String database) throws SQLException {
    return DriverManager.getConnection(url(database), "postgres", "");
  }

  String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + database;
  }

  void stop() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
