package dev.inquest.app.testing;

import dev.inquest.app.migrate.Migration;
import dev.inquest.app.postgres.Login;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A database with the real schemas, roles and grants, on a real PostgreSQL. Tests share one server
 * and get a database each; one that stops its server starts an own one.
 */
public final class AppDatabase implements AutoCloseable {
  private static final AtomicInteger NEXT = new AtomicInteger(1);
  private static @Nullable EmbeddedPostgres shared;

  private final EmbeddedPostgres server;
  private final boolean own;
  private final String name;

  private AppDatabase(EmbeddedPostgres server, boolean own) {
    this.server = server;
    this.own = own;
    this.name = "inquest_" + NEXT.getAndIncrement();
    create();
  }

  /** On the shared server, which stops with this JVM. */
  public static AppDatabase fresh() {
    AppDatabase database = unmigrated();
    Migration.run(database.owner());
    return database;
  }

  /** As {@link #fresh}, with roles and nothing else. */
  public static synchronized AppDatabase unmigrated() {
    if (shared == null) {
      // What these tests write need not survive the machine.
      shared = startServer(EmbeddedPostgres.builder().setServerConfig("fsync", "off"));
    }
    return new AppDatabase(shared, false);
  }

  /** On a server of its own, for tests that stop it. */
  public static AppDatabase onItsOwnServer() {
    AppDatabase database = new AppDatabase(startServer(EmbeddedPostgres.builder()), true);
    Migration.run(database.owner());
    return database;
  }

  private static EmbeddedPostgres startServer(EmbeddedPostgres.Builder builder) {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not start", e);
    }
  }

  private void create() {
    run(
        server.getPostgresDatabase(),
        "DO $$ BEGIN"
            + " IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'inquest_owner') THEN"
            + " CREATE ROLE inquest_owner LOGIN; CREATE ROLE inquest_agent LOGIN;"
            + " CREATE ROLE inquest_gate LOGIN; END IF; END $$",
        "CREATE DATABASE " + name + " OWNER inquest_owner");
  }

  public Login owner() {
    return login("inquest_owner");
  }

  public Login agent() {
    return login("inquest_agent");
  }

  public Login gate() {
    return login("inquest_gate");
  }

  /** For what a test arranges or looks at and the agent's role may not. */
  public JdbcClient asOwner() {
    return JdbcClient.create(dataSource(owner()));
  }

  public JdbcClient asGate() {
    return JdbcClient.create(dataSource(gate()));
  }

  /** As the superuser, in this database. */
  public void asAdministrator(String... statements) {
    run(dataSource(login("postgres")), statements);
  }

  private Login login(String role) {
    return new Login(
        "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + name, role, "trusted");
  }

  /** Connects as that role each time. */
  public static DataSource dataSource(Login login) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(login.url());
    source.setUser(login.username());
    source.setPassword(login.password());
    return source;
  }

  private static void run(DataSource source, String... statements) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the test's database could not be made", e);
    }
  }

  /** Stops the server, where it is this test's own. */
  public void stopServer() {
    if (!own) {
      throw new IllegalStateException("the server is shared with other tests");
    }
    close();
  }

  @Override
  public void close() {
    if (own) {
      try {
        server.close();
      } catch (IOException e) {
        throw new UncheckedIOException("PostgreSQL did not stop", e);
      }
    }
  }
}
