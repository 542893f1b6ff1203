package dev.inquest.app.cli.local;

import dev.inquest.app.config.Settings;
import dev.inquest.app.postgres.EmbeddedServer;
import dev.inquest.app.postgres.Folders;
import dev.inquest.app.postgres.Login;
import dev.inquest.app.postgres.Logins;
import dev.inquest.app.serve.Database;
import dev.inquest.app.serve.HomeLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The database a command works on: the operator's own server; else Inquest's, as it runs; else
 * Inquest's, started for as long as the command takes.
 */
sealed interface WorkDatabase extends AutoCloseable {
  /**
   * @param who {@code owner} or {@code agent}
   */
  Login login(String who);

  @Override
  void close() throws IOException, InterruptedException;

  static WorkDatabase open(Settings settings, Consumer<String> say)
      throws IOException, InterruptedException {
    String url = settings.databaseUrl();
    if (url != null) {
      return new Own(settings, url);
    }
    Optional<Logins> running = EmbeddedServer.running(settings.home());
    return running.isPresent() ? new Running(running.get()) : Started.in(settings.home(), say);
  }

  private static Login of(Logins logins, String who) {
    return who.equals("owner") ? logins.owner() : logins.agent();
  }

  /** A server of the operator's. */
  record Own(Settings settings, String url) implements WorkDatabase {
    @Override
    public Login login(String who) {
      return Database.as(who, settings, url);
    }

    @Override
    public void close() {
      // Nothing was started.
    }
  }

  /** Ours, kept by another process. */
  record Running(Logins logins) implements WorkDatabase {
    @Override
    public Login login(String who) {
      return of(logins, who);
    }

    @Override
    public void close() {
      // Another process's to stop.
    }
  }

  /** Ours, kept by this one. */
  record Started(HomeLock lock, EmbeddedServer server, Logins logins) implements WorkDatabase {
    static Started in(Path home, Consumer<String> say) throws IOException, InterruptedException {
      if (!Files.isDirectory(home)) {
        Folders.ownerOnly(home);
      }
      HomeLock lock = HomeLock.take(home);
      say.accept("Starting Inquest's own PostgreSQL under " + home + " …");
      try {
        EmbeddedServer server = EmbeddedServer.start(home);
        return new Started(lock, server, server.logins());
      } catch (IOException | InterruptedException | RuntimeException e) {
        lock.close();
        throw e;
      }
    }

    @Override
    public Login login(String who) {
      return of(logins, who);
    }

    @Override
    public void close() throws IOException, InterruptedException {
      server.close();
      lock.close();
    }
  }
}
