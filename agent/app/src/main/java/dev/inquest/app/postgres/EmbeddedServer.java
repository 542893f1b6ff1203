package dev.inquest.app.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * PostgreSQL under {@code inquest.home/postgres}: durable, on 127.0.0.1 only, every role with a
 * random password. One process a home may run it.
 */
public final class EmbeddedServer implements AutoCloseable {
  private final PostgresProcess process;
  private final SecretFiles secrets;
  private final int port;

  private EmbeddedServer(PostgresProcess process, SecretFiles secrets, int port) {
    this.process = process;
    this.secrets = secrets;
    this.port = port;
  }

  /** Stops what an earlier run left, starts, and makes roles and databases where missing. */
  public static EmbeddedServer start(Path home) throws IOException, InterruptedException {
    Path folder = home.resolve("postgres");
    Files.createDirectories(folder);
    Unprivileged unprivileged = Unprivileged.here();
    unprivileged.own(folder);
    SecretFiles secrets = new SecretFiles(home.resolve("secrets"));
    Path binaries = new PostgresBinaries(cache(home, unprivileged)).unpacked();
    DataFolder data = new DataFolder(folder.resolve("data"), binaries, unprivileged);
    StaleServer.stop(data.path());
    data.ensure(secrets.get(DataFolder.SUPERUSER));
    int port = Ports.rememberedOrFree(home.resolve("postgres.port"));
    PostgresProcess process =
        PostgresProcess.start(
            binaries, data.path(), home.resolve("postgres.log"), port, unprivileged);
    EmbeddedServer server = new EmbeddedServer(process, secrets, port);
    server.makeRoles();
    return server;
  }

  /** Whether a server was ever made in that home. */
  public static boolean isMade(Path home) {
    return Files.exists(home.resolve("postgres/data/PG_VERSION"));
  }

  /** The ways into the server that another process runs on that home; empty where none runs. */
  public static Optional<Logins> running(Path home) throws IOException {
    Optional<PostmasterFile> file = PostmasterFile.read(home.resolve("postgres/data"));
    Path port = home.resolve("postgres.port");
    boolean alive =
        file.isPresent()
            && file.get().ready()
            && ProcessHandle.of(file.get().pid()).isPresent()
            && Files.exists(port);
    return alive
        ? Optional.of(logins(home, Integer.parseInt(Files.readString(port).strip())))
        : Optional.empty();
  }

  private static Path cache(Path home, Unprivileged unprivileged) {
    String user = System.getProperty("user.home", "");
    Path shared = Path.of(user, ".cache");
    boolean usable = unprivileged.uid() < 0 && !user.isEmpty() && Files.isWritable(Path.of(user));
    return usable ? shared.resolve("inquest") : home.resolve("postgres");
  }

  private void makeRoles() throws IOException, InterruptedException {
    try (Connection connection = login(secrets, port, "postgres", DataFolder.SUPERUSER).connect()) {
      new DatabaseRoles(connection, secrets).ensure();
    } catch (SQLException e) {
      close();
      throw new IOException("the embedded PostgreSQL refused to make its roles", e);
    }
  }

  public int port() {
    return port;
  }

  public Logins logins() throws IOException {
    return logins(secrets, port);
  }

  private static Logins logins(Path home, int port) throws IOException {
    return logins(new SecretFiles(home.resolve("secrets")), port);
  }

  private static Logins logins(SecretFiles secrets, int port) throws IOException {
    return new Logins(
        login(secrets, port, DatabaseRoles.DATABASE, DatabaseRoles.OWNER),
        login(secrets, port, DatabaseRoles.DATABASE, DatabaseRoles.AGENT),
        login(secrets, port, DatabaseRoles.DATABASE, DatabaseRoles.GATE),
        Optional.of(login(secrets, port, DatabaseRoles.SCRATCH, DatabaseRoles.REHEARSAL)));
  }

  private static Login login(SecretFiles secrets, int port, String database, String role)
      throws IOException {
    return new Login(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + database, role, secrets.get(role));
  }

  /** Blocks until the server has ended, wanted or not. */
  public void await() throws InterruptedException {
    process.await();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    process.close();
  }
}
