package dev.inquest.lab.shop;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The shop's own PostgreSQL: throwaway, so it does not wait for the disk. */
public final class ShopDatabase implements AutoCloseable {
  /** Roles of the database; each has the password it was given. */
  public enum Role {
    POSTGRES,
    /** Owns the schema; Flyway's. */
    SHOP_OWNER,
    /** Reads and writes rows; the patient's. */
    SHOP_APP,
    /** Reads, and cannot write; Inquest's. */
    WITNESS;

    public String username() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private static final String HBA = "host all all 127.0.0.1/32 ";

  private final EmbeddedPostgres server;
  private final Path data;
  private final String password;

  private ShopDatabase(EmbeddedPostgres server, Path data, String password) {
    this.server = server;
    this.data = data;
    this.password = password;
  }

  /**
   * Starts a server on the folder, making it where it is empty; one that an earlier run left behind
   * is stopped first.
   *
   * @param password of every role: it is one throwaway server on the loopback interface
   */
  public static ShopDatabase start(Path folder, String password) throws IOException {
    Path data = folder.resolve("data");
    boolean fresh = !Files.exists(data.resolve("PG_VERSION"));
    stopOrphan(data);
    Files.createDirectories(folder);
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPGStartupWait(Duration.ofSeconds(30))
            .setConnectConfig("password", password)
            .setServerConfig("shared_preload_libraries", "pg_stat_statements")
            .setServerConfig("unix_socket_directories", "")
            .setServerConfig("max_parallel_workers_per_gather", "0")
            .setServerConfig("shared_buffers", "384MB")
            .setServerConfig("maintenance_work_mem", "128MB")
            .setServerConfig("max_wal_size", "4GB")
            .setServerConfig("jit", "off")
            .setErrorRedirector(to(folder))
            .setOutputRedirector(to(folder))
            .start();
    ShopDatabase database = new ShopDatabase(server, data, password);
    if (fresh) {
      database.secure();
    }
    return database;
  }

  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/shop";
  }

  public String password() {
    return password;
  }

  public Connection connect(Role role) throws SQLException {
    return DriverManager.getConnection(url(), role.username(), password);
  }

  public void run(Role role, List<String> statements) throws SQLException {
    try (Connection connection = connect(role);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** The id of the postmaster, whose children are the server's other processes. */
  public long pid() throws IOException {
    return postmaster(data).orElseThrow(() -> new IOException("no postmaster.pid in " + data));
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void secure() throws IOException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER ROLE postgres PASSWORD '" + password + "'");
      for (Role role : List.of(Role.SHOP_OWNER, Role.SHOP_APP, Role.WITNESS)) {
        statement.execute("CREATE ROLE " + role.username() + " LOGIN PASSWORD '" + password + "'");
      }
      statement.execute("CREATE DATABASE shop OWNER shop_owner");
      statement.execute("GRANT pg_read_all_stats TO witness");
      Files.writeString(data.resolve("pg_hba.conf"), HBA + "scram-sha-256\n");
      statement.execute("SELECT pg_reload_conf()");
      run(
          Role.POSTGRES,
          List.of(
              "CREATE EXTENSION pg_stat_statements",
              "ALTER DEFAULT PRIVILEGES FOR ROLE shop_owner GRANT SELECT, INSERT, UPDATE, DELETE"
                  + " ON TABLES TO shop_app",
              "ALTER DEFAULT PRIVILEGES FOR ROLE shop_owner GRANT SELECT ON TABLES TO witness"));
    } catch (SQLException e) {
      throw new IOException("cannot prepare the shop's database: " + e.getMessage(), e);
    }
  }

  private static void stopOrphan(Path data) throws IOException {
    Optional<ProcessHandle> orphan = postmaster(data).flatMap(ProcessHandle::of);
    if (orphan.isPresent() && orphan.get().info().command().orElse("").endsWith("postgres")) {
      orphan.get().destroy();
      orphan.get().onExit().orTimeout(20, java.util.concurrent.TimeUnit.SECONDS).join();
    }
    Files.deleteIfExists(data.resolve("postmaster.pid"));
  }

  private static Optional<Long> postmaster(Path data) throws IOException {
    Path file = data.resolve("postmaster.pid");
    return Files.exists(file)
        ? Files.readAllLines(file, StandardCharsets.UTF_8).stream()
            .findFirst()
            .map(line -> Long.valueOf(line.strip()))
        : Optional.empty();
  }

  private static ProcessBuilder.Redirect to(Path folder) {
    return ProcessBuilder.Redirect.appendTo(folder.resolve("postgres.log").toFile());
  }
}
