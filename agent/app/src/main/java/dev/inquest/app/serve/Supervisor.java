package dev.inquest.app.serve;

import dev.inquest.app.cli.ExitCodes;
import dev.inquest.app.config.Role;
import dev.inquest.app.config.Settings;
import dev.inquest.app.migrate.Migration;
import dev.inquest.app.postgres.EmbeddedServer;
import dev.inquest.app.postgres.Folders;
import dev.inquest.app.postgres.Logins;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Starts the database, migrates, starts the gate and the agent, and keeps them. */
final class Supervisor {
  private final Settings settings;
  private final long started = System.nanoTime();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final List<GuardedChild> children = new ArrayList<>();
  private @Nullable EmbeddedServer server;
  private boolean stopping;

  Supervisor(Settings settings) {
    this.settings = settings;
  }

  /** Returns when all has ended. */
  int run() throws IOException, InterruptedException {
    if (!Files.isDirectory(settings.home())) {
      Folders.ownerOnly(settings.home());
    }
    try (HomeLock lock = HomeLock.take(settings.home())) {
      Thread hook = Thread.ofPlatform().name("stop").unstarted(this::stop);
      Runtime.getRuntime().addShutdownHook(hook);
      try {
        if (!startAll()) {
          return ExitCodes.FAILURE;
        }
        ended.await();
        return ExitCodes.DONE;
      } finally {
        stop();
      }
    }
  }

  private boolean startAll() throws IOException, InterruptedException {
    Ports.requireFree(settings);
    Logins logins = database();
    int ran = Migration.run(logins.owner());
    if (ran > 0) {
      say("Migrated the database: " + ran + " steps.");
    }
    for (Role role : List.of(Role.GATE, Role.AGENT)) {
      start(role, logins);
    }
    for (GuardedChild child : children) {
      if (!ready(child)) {
        return false;
      }
    }
    children.forEach(GuardedChild::keepAlive);
    return true;
  }

  private Logins database() throws IOException, InterruptedException {
    String url = settings.databaseUrl();
    if (url != null) {
      return Database.own(settings, url);
    }
    EmbeddedServer embedded = EmbeddedServer.start(settings.home());
    synchronized (this) {
      server = embedded;
    }
    Thread.ofPlatform().daemon().name("database-watch").start(() -> watch(embedded));
    say("The database is ready: PostgreSQL on 127.0.0.1:" + embedded.port() + ".");
    return embedded.logins();
  }

  private synchronized void start(Role role, Logins logins) throws IOException {
    if (!stopping) {
      boolean small = server != null;
      ChildJvm jvm = new ChildJvm(role, ChildSettings.of(role, settings, logins), small);
      children.add(GuardedChild.start(jvm, Supervisor::print));
    }
  }

  private boolean ready(GuardedChild child) throws InterruptedException {
    int port = ChildSettings.port(child.role(), settings);
    if (Readiness.await(port, child::isAlive)) {
      say("The " + child.role().wire() + " is ready: " + ChildSettings.url(child.role(), settings));
      return true;
    }
    print(
        "The "
            + child.role().wire()
            + " did not start"
            + (child.isAlive() ? " in time" : " (it ended with " + child.exitValue() + ")")
            + "; see "
            + settings.home().resolve("logs/" + child.role().wire() + ".log"));
    return false;
  }

  private void watch(EmbeddedServer embedded) {
    try {
      embedded.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!isStopping()) {
      print("The database ended by itself; see " + settings.home().resolve("postgres.log"));
      ended.countDown();
    }
  }

  private synchronized boolean isStopping() {
    return stopping;
  }

  /** Children first, the database last; safe to call twice. */
  private void stop() {
    synchronized (this) {
      if (stopping) {
        return;
      }
      stopping = true;
    }
    children.forEach(GuardedChild::askToEnd);
    try {
      for (GuardedChild child : children) {
        child.close();
      }
      if (server != null) {
        server.close();
      }
    } catch (IOException e) {
      print("The database did not stop as it should: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ended.countDown();
    }
  }

  private void say(String line) {
    print("%5.1f s  %s".formatted((System.nanoTime() - started) / 1e9, line));
  }

  private static void print(String line) {
    System.err.println(line);
  }
}
