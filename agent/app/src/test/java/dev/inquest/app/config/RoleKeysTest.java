package dev.inquest.app.config;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No process is given, or starts with, a key of the other. */
class RoleKeysTest {
  /** Every key there is, list indexes as 0, each with a value that passes the rules. */
  private static final Settings EVERYTHING = new Settings(everything(), Map.of());

  @ParameterizedTest
  @EnumSource(Role.class)
  void aRoleIsGivenOnlyItsKeys(Role role) {
    Map<String, String> given = EVERYTHING.forRole(role);

    assertThat(given.keySet())
        .isEqualTo(
            EVERYTHING.own().values().stream()
                .filter(s -> s.key().owner().allows(role))
                .filter(s -> role == Role.GATE || !s.name().startsWith("inquest.api.tokens[0]"))
                .collect(toMap(Setting::name, Setting::value))
                .keySet());
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void eachForeignKeyIsNamedAndStopsTheStart(Role role) {
    for (Setting setting : EVERYTHING.own().values()) {
      if (!setting.key().owner().allows(role)) {
        Settings one = new Settings(Map.of(setting.name(), setting), Map.of());
        assertThat(SettingsRules.foreignTo(role, one))
            .as(setting.name())
            .singleElement()
            .satisfies(p -> assertThat(p.key()).isEqualTo(setting.name()));
      }
    }
  }

  @Test
  void theKeysThatMustNeverMeetTheAgentAreTheGates() {
    assertThat(KeyList.all())
        .filteredOn(k -> !k.owner().allows(Role.AGENT))
        .extracting(Key::name)
        .contains(
            "inquest.gate.gitlab.write-token",
            "inquest.gate.warrant-key",
            "inquest.gate.approvers[].person",
            "inquest.slack.signing-secret",
            "inquest.slack.bot-token",
            "inquest.slack.app-token",
            "inquest.database.owner.password",
            "inquest.database.gate.password");
  }

  private static Map<String, Setting> everything() {
    Map<String, Setting> all = new TreeMap<>();
    for (Key key : KeyList.all()) {
      String name = key.name().replace("[]", "[0]");
      String value = name.equals("inquest.api.tokens[0].role") ? "approver" : "value";
      all.put(name, new Setting(name, value, "test", key));
    }
    return all;
  }
}
