package dev.inquest.gate.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A fresh database with the real schemas, roles and grants; the server is shared by the JVM. */
public final class GateDatabase {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final Path AGENT_SQL = Path.of("../agent/app/src/main/resources/db");

  private final EmbeddedPostgres server;
  private final String name;

  private GateDatabase(EmbeddedPostgres server, String name) {
    this.server = server;
    this.name = name;
  }

  public static GateDatabase create() {
    GateDatabase database = new GateDatabase(Server.SHARED, "gate" + NUMBER.incrementAndGet());
    create(Server.SHARED, database.name, "TEMPLATE " + Server.TEMPLATE);
    // The right to connect is not part of a template.
    execute(database.owner(), read(AGENT_SQL.resolve("grants/R__grants.sql")));
    return database;
  }

  private static void create(EmbeddedPostgres server, String name, String how) {
    execute(
        server.getPostgresDatabase(),
        "CREATE DATABASE " + name + " OWNER inquest_owner " + how + " STRATEGY file_copy");
  }

  private static void migrate(DataSource owner) {
    execute(
        owner,
        "CREATE SCHEMA agent; SET search_path = agent;" + migrations(AGENT_SQL.resolve("agent")));
    execute(
        owner,
        "CREATE SCHEMA gate; SET search_path = gate;"
            + migrations(Path.of("src/main/resources/db/gate")));
    execute(owner, read(AGENT_SQL.resolve("grants/R__grants.sql")));
  }

  public DataSource owner() {
    return server.getDatabase("inquest_owner", name);
  }

  public DataSource gate() {
    return server.getDatabase("inquest_gate", name);
  }

  public DataSource agent() {
    return server.getDatabase("inquest_agent", name);
  }

  /** As the owner, for arranging and looking. */
  public JdbcClient sql() {
    return JdbcClient.create(owner());
  }

  public String url() {
    return server.getJdbcUrl("inquest_gate", name);
  }

  private static void execute(DataSource source, String sql) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Those of a folder, in their order; fewer than ten. */
  private static String migrations(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().map(GateDatabase::read).collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Started once, stopped with the JVM. */
  private static final class Server {
    static final String TEMPLATE = "migrated";
    static final EmbeddedPostgres SHARED = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres server =
            EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "200")
                // What a test writes need not survive the machine.
                .setServerConfig("fsync", "off")
                .start();
        try (Connection connection = server.getPostgresDatabase().getConnection();
            Statement statement = connection.createStatement()) {
          statement.execute(
              "CREATE ROLE inquest_owner LOGIN; CREATE ROLE inquest_agent LOGIN;"
                  + " CREATE ROLE inquest_gate LOGIN");
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
        create(server, TEMPLATE, "");
        migrate(server.getDatabase("inquest_owner", TEMPLATE));
        return server;
      } catch (IOException | SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    private static void close(EmbeddedPostgres server) {
      try {
        server.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
