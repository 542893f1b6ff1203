package dev.inquest.app.postgres;

import dev.inquest.app.process.Programs;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How to run the server's programs, which refuse to run as root: as oneself; as root inside a user
 * namespace where root is nobody, and files stay root's; or, where namespaces are forbidden (many
 * containers), really as another user, who then owns the data.
 *
 * @param prefix what to put before a command
 * @param uid the user who must own the data, or -1 for oneself
 */
record Unprivileged(List<String> prefix, int uid) {
  private static final int NOBODY = 65_534;
  private static final long PROBE_SECONDS = 10;

  Unprivileged {
    prefix = List.copyOf(prefix);
  }

  static Unprivileged here() {
    if (!isRoot()) {
      return new Unprivileged(List.of(), -1);
    }
    List<String> namespace = List.of("unshare", "--user");
    if (works(namespace)) {
      return new Unprivileged(namespace, -1);
    }
    List<String> other =
        List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
    if (works(other)) {
      return new Unprivileged(other, NOBODY);
    }
    throw new FailureException(
        Failure.permanent(
            "postgres-root",
            "embedded",
            "PostgreSQL refuses to run as root, and neither unshare nor setpriv (util-linux) works"
                + " here; run Inquest as another user, or set spring.datasource.url"));
  }

  /** Hands a folder of ours to the user who will run the server. */
  void own(Path folder) throws IOException {
    if (uid >= 0) {
      Files.setAttribute(folder, "unix:uid", uid);
      Files.setAttribute(folder, "unix:gid", uid);
    }
  }

  List<String> command(List<String> command) {
    List<String> whole = new ArrayList<>(prefix);
    whole.addAll(command);
    return whole;
  }

  private static boolean isRoot() {
    try {
      return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException | UnsupportedOperationException e) {
      return "root".equals(System.getProperty("user.name"));
    }
  }

  private static boolean works(List<String> prefix) {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(List.of("sh", "-c", "test \"$(id -u)\" != 0"));
    try {
      Process process =
          Programs.builder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return false;
      }
      return process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
