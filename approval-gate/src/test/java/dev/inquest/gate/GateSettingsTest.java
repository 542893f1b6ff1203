package dev.inquest.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inquest.failure.FailureException;
import dev.inquest.gate.web.ApiToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class GateSettingsTest {
  private final MockEnvironment environment =
      new MockEnvironment()
          .withProperty("inquest.api.tokens[0].name", "demo")
          .withProperty("inquest.api.tokens[0].token", "a-long-enough-token")
          .withProperty("inquest.api.tokens[0].role", "approver");

  @Test
  void anApproversTokenIsBoundToAPersonAndKeptAsADigestOnly() {
    environment.withProperty("inquest.api.tokens[0].person", "ada");
    ApiToken token = new GateSettings(environment).tokens().getFirst();
    assertThat(token.person()).isEqualTo("ada");
    assertThat(token.sha256()).matches("[0-9a-f]{64}");
    assertThat(token.toString()).doesNotContain("a-long-enough-token");
  }

  @Test
  void anApproversTokenOfNobodyStopsTheStart() {
    refused("token-unbound");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void anApproversTokenOfABlankNameStopsTheStart(String person) {
    environment.withProperty("inquest.api.tokens[0].person", person);
    refused("token-unbound");
  }

  @Test
  void anEmptyTokenStopsTheStart() {
    environment
        .withProperty("inquest.api.tokens[0].person", "ada")
        .withProperty("inquest.api.tokens[0].token", " ");
    refused("token-empty");
  }

  private void refused(String code) {
    assertThatThrownBy(() -> new GateSettings(environment).tokens())
        .isInstanceOfSatisfying(
            FailureException.class, e -> assertThat(e.failure().code()).isEqualTo(code));
  }
}
