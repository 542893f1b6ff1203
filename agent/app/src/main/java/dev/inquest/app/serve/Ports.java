package dev.inquest.app.serve;

import dev.inquest.app.config.ConfigException;
import dev.inquest.app.config.ConfigProblem;
import dev.inquest.app.config.Role;
import dev.inquest.app.config.Settings;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Says at once, in one sentence, that a port is taken. */
public final class Ports {
  private Ports() {}

  static void requireFree(Settings settings) {
    List<ConfigProblem> taken = new ArrayList<>();
    for (Role role : Role.values()) {
      int port = ChildSettings.port(role, settings);
      if (!free(port)) {
        taken.add(
            new ConfigProblem(
                role == Role.AGENT ? "server.port" : "inquest.gate.port",
                "port " + port + " is taken by another program.",
                "Stop it, or choose another port."));
      }
    }
    if (!taken.isEmpty()) {
      throw new ConfigException(taken);
    }
  }

  public static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket(port)) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
