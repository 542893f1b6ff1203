package dev.inquest.app.serve;

import dev.inquest.app.config.Role;
import dev.inquest.app.config.Settings;
import dev.inquest.app.postgres.Login;
import dev.inquest.app.postgres.Logins;
import java.util.LinkedHashMap;
import java.util.Map;

/** All that one child is told. */
public final class ChildSettings {
  static final int AGENT_PORT = 8080;
  static final int GATE_PORT = 8081;

  private ChildSettings() {}

  public static int port(Role role, Settings settings) {
    return switch (role) {
      case AGENT -> settings.port("server.port", AGENT_PORT);
      case GATE -> settings.port("inquest.gate.port", GATE_PORT);
    };
  }

  static Map<String, String> of(Role role, Settings settings, Logins logins) {
    Map<String, String> given = new LinkedHashMap<>();
    given.put(
        "logging.file.name", settings.home().resolve("logs/" + role.wire() + ".log").toString());
    given.put("logging.threshold.console", "error");
    given.putAll(settings.forRole(role));
    given.put("inquest.home", settings.home().toString());
    given.putAll(login(role, logins).properties());
    given.putIfAbsent("inquest.public-url", url(Role.AGENT, settings));
    given.putIfAbsent("inquest.gate.public-url", url(Role.GATE, settings));
    if (role == Role.AGENT && settings.get("inquest.rehearsal.url").isEmpty()) {
      logins.rehearsal().ifPresent(rehearsal -> rehearse(given, rehearsal));
    }
    return given;
  }

  public static String url(Role role, Settings settings) {
    return settings.get(
        role == Role.AGENT ? "inquest.public-url" : "inquest.gate.public-url",
        "http://localhost:" + port(role, settings));
  }

  private static Login login(Role role, Logins logins) {
    return switch (role) {
      case AGENT -> logins.agent();
      case GATE -> logins.gate();
    };
  }

  private static void rehearse(Map<String, String> given, Login rehearsal) {
    given.put("inquest.rehearsal.url", rehearsal.url());
    given.put("inquest.rehearsal.username", rehearsal.username());
    given.put("inquest.rehearsal.password", rehearsal.password());
  }
}
