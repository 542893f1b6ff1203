package dev.inquest.app.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Combinations that must not start. */
public final class SettingsRules {
  private SettingsRules() {}

  static List<ConfigProblem> check(Settings settings) {
    List<ConfigProblem> problems = new ArrayList<>();
    modes(settings, problems);
    tokens(settings, problems);
    ports(settings, problems);
    services(settings, problems);
    return problems;
  }

  /** Keys of the other role, which must not even be readable by this one. */
  public static List<ConfigProblem> foreignTo(Role role, Settings settings) {
    List<ConfigProblem> problems = new ArrayList<>();
    for (Setting setting : settings.own().values()) {
      boolean approvers = role == Role.AGENT && ApiTokens.isApprovers(settings, setting.name());
      if (!setting.key().owner().allows(role) || approvers) {
        problems.add(
            new ConfigProblem(
                setting.name(),
                "the " + role.wire() + " must not be given this key (" + setting.origin() + ").",
                "Give it only to " + ownerOf(setting, approvers) + "."));
      }
    }
    return problems;
  }

  private static String ownerOf(Setting setting, boolean approvers) {
    return switch (approvers ? Owner.GATE : setting.key().owner()) {
      case AGENT -> "the agent";
      case GATE -> "the gate";
      case BOTH -> "either process";
      case OPERATOR -> "`serve` without --role and to `migrate`";
    };
  }

  private static void modes(Settings settings, List<ConfigProblem> problems) {
    for (Setting setting : settings.own().values()) {
      if (setting.key().name().endsWith(".mode")
          && !List.of("observe", "propose").contains(setting.value().toLowerCase(Locale.ROOT))) {
        problems.add(
            new ConfigProblem(
                setting.name(),
                "there is no such mode (" + setting.origin() + ").",
                "Write observe or propose."));
      }
    }
  }

  private static void tokens(Settings settings, List<ConfigProblem> problems) {
    for (int i = 0; hasEntry(settings, "inquest.api.tokens[" + i + "]."); i++) {
      String entry = "inquest.api.tokens[" + i + "]";
      String role = settings.get(entry + ".role", "viewer").toLowerCase(Locale.ROOT);
      if (!List.of("viewer", "operator", "approver").contains(role)) {
        problems.add(
            new ConfigProblem(
                entry + ".role", "there is no such role.", "Write viewer, operator or approver."));
      }
      if (role.equals("approver") && settings.get(entry + ".person").isEmpty()) {
        problems.add(
            new ConfigProblem(
                entry + ".person",
                "a token that may approve needs the one person it decides for.",
                "Name them, or make the role viewer or operator."));
      }
      if (settings.get(entry + ".token", "").length() < 16) {
        problems.add(
            new ConfigProblem(
                entry + ".token",
                "it is missing or shorter than 16 characters.",
                "Use a random one, for example from: openssl rand -hex 24"));
      }
    }
  }

  private static boolean hasEntry(Settings settings, String prefix) {
    return settings.own().keySet().stream().anyMatch(name -> name.startsWith(prefix));
  }

  private static void ports(Settings settings, List<ConfigProblem> problems) {
    for (String name : List.of("server.port", "inquest.gate.port")) {
      settings
          .get(name)
          .filter(value -> !value.matches("\\d{1,5}") || Integer.parseInt(value) > 65_535)
          .ifPresent(value ->
              problems.add(
                  new ConfigProblem(name, "it is not a port.", "Write one from 1 to 65535.")));
    }
    String agent = settings.get("server.port", "8080");
    if (!agent.equals("0") && agent.equals(settings.get("inquest.gate.port", "8081"))) {
      problems.add(
          new ConfigProblem(
              "inquest.gate.port",
              "agent and gate cannot share the port " + agent + ".",
              "Change one of server.port and inquest.gate.port."));
    }
  }

  private static void services(Settings settings, List<ConfigProblem> problems) {
    for (int i = 0; hasEntry(settings, "inquest.services[" + i + "]."); i++) {
      if (settings.get("inquest.services[" + i + "].name", "").isBlank()) {
        problems.add(
            new ConfigProblem(
                "inquest.services[" + i + "].name", "the entry has no name.", "Give it one."));
      }
    }
  }
}
