package dev.inquest.app.serve;

import dev.inquest.app.cli.Main;
import dev.inquest.app.config.Role;
import dev.inquest.app.process.Programs;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts one of the two processes: the same Java, the same class path, only its own settings. */
final class ChildJvm {
  private final Role role;
  private final Map<String, String> settings;
  private final boolean small;

  /**
   * @param small start fast and stay small, for a server and its database on one machine
   */
  ChildJvm(Role role, Map<String, String> settings, boolean small) {
    this.role = role;
    this.settings = Map.copyOf(settings);
    this.small = small;
  }

  Role role() {
    return role;
  }

  Process start() throws IOException {
    ProcessBuilder builder =
        Programs.builder(command())
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.INHERIT);
    Process process = builder.start();
    try {
      SettingsPipe.write(process.getOutputStream(), settings);
    } catch (IOException e) {
      process.destroyForcibly();
      throw e;
    }
    return process;
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Main.class.getName(), "serve", "--role", role.wire(), "--supervised"));
    return command;
  }

  private List<String> flags() {
    List<String> flags =
        new ArrayList<>(
            List.of(
                "-XX:+ExitOnOutOfMemoryError",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8"));
    if (small) {
      flags.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
      flags.add(
          switch (role) {
            case AGENT -> "-Xmx768m";
            case GATE -> "-Xmx256m";
          });
    }
    return flags;
  }
}
