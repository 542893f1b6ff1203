package dev.inquest.connectors.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.gate.decision.Approver;
import dev.inquest.gate.decision.DecisionCommand;
import dev.inquest.gate.decision.DecisionOutcome;
import dev.inquest.gate.decision.Decisions;
import dev.inquest.gate.decision.Identities;
import java.io.IOException;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class SlackInteractionsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T03:00:00Z");
  private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
  private static final Approver ADA = new Approver("ada", Set.of("approver"));

  private final SlackSignature signature =
      new SlackSignature(SECRET, Clock.fixed(NOW, ZoneOffset.UTC));
  private final List<DecisionCommand> commands = new ArrayList<>();
  private DecisionOutcome outcome = new DecisionOutcome.Recorded("pr-1", "approved");

  /** The worked example of Slack's page on verifying requests. */
  @Test
  void signsAsInSlacksOwnExample() {
    String body =
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
            + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
            + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com"
            + "%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
            + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
    SlackSignature example =
        new SlackSignature("8f742231b10e8888abcd99yyyzzz85a5", Clock.systemUTC());
    assertThat(example.sign("1531420618", body.getBytes(UTF_8)))
        .isEqualTo("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503");
  }

  @Test
  void aSignedClickOfAMappedPersonDecidesExactlyTheButtonsDigest() throws IOException {
    assertThat(send(click("T1", "U1", "approve", "opaque"))).isEqualTo(200);
    assertThat(commands)
        .singleElement()
        .satisfies(c -> {
          assertThat(c.proposal()).isEqualTo("pr-1");
          assertThat(c.digest()).isEqualTo("d1g3st");
          assertThat(c.choice()).isEqualTo(DecisionCommand.Choice.APPROVE);
          assertThat(c.approver()).isEqualTo(ADA);
          assertThat(c.via()).isEqualTo(DecisionCommand.Via.SLACK);
          assertThat(c.revision()).isEqualTo(1);
        });
  }

  @Test
  void aSecondClickIsNoError() throws IOException {
    outcome = new DecisionOutcome.AlreadyDecided("pr-1", "approved", "ada");
    assertThat(send(click("T1", "U1", "approve", "opaque"))).isEqualTo(200);
  }

  @Test
  void whoeverIsNotMappedOrComesFromElsewhereIsRefused() throws IOException {
    assertThat(send(click("T2", "U1", "approve", "opaque"))).isEqualTo(403);
    assertThat(send(click("T1", "U2", "approve", "opaque"))).isEqualTo(403);
    assertThat(send(click("T1", "U1", "approve", "guessed"))).isEqualTo(403);
    assertThat(
            controller(null)
                .click(signed(click("T1", "U1", "approve", "opaque")))
                .getStatusCode()
                .value())
        .isEqualTo(403);
    assertThat(commands).isEmpty();
  }

  @Test
  void aWrongOrOldSignatureNeverReachesTheParser() throws IOException {
    byte[] body = "payload=not json".getBytes(UTF_8);
    assertThat(send(request(body, "v0=00", NOW.getEpochSecond()))).isEqualTo(401);
    assertThat(send(request(body, null, NOW.getEpochSecond()))).isEqualTo(401);
    long old = NOW.getEpochSecond() - 301;
    assertThat(send(request(body, signature.sign("" + old, body), old))).isEqualTo(401);
    long future = NOW.getEpochSecond() + 301;
    assertThat(send(request(body, signature.sign("" + future, body), future))).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "payload", "payload=%7B", "payload=%5B%5D", "payload=1", "x=1"})
  void whatIsNoInteractionIsABadRequest(String body) throws IOException {
    assertThat(send(signed(body.getBytes(UTF_8)))).isEqualTo(400);
  }

  @Test
  void deeplyNestedJsonIsABadRequest() throws IOException {
    String deep = "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000);
    assertThat(send(signed(("payload=" + URLEncoder.encode(deep, UTF_8)).getBytes(UTF_8))))
        .isEqualTo(400);
  }

  @Test
  void otherInteractionsAreAcknowledgedAndIgnored() throws IOException {
    assertThat(send(click("T1", "U1", "open", "opaque"))).isEqualTo(200);
    assertThat(commands).isEmpty();
  }

  @Test
  void aHugeBodyIsTooLarge() throws IOException {
    assertThat(send(signed(new byte[(1 << 20) + 1]))).isEqualTo(413);
  }

  private int send(byte[] signedBody) throws IOException {
    return send(signed(signedBody));
  }

  private int send(MockHttpServletRequest request) throws IOException {
    return controller("T1").click(request).getStatusCode().value();
  }

  private SlackInteractions controller(@org.jspecify.annotations.Nullable String team) {
    return new SlackInteractions(signature, team, new Mapped(), new Deciding());
  }

  private MockHttpServletRequest signed(byte[] body) {
    return request(body, signature.sign("" + NOW.getEpochSecond(), body), NOW.getEpochSecond());
  }

  private static MockHttpServletRequest request(
      byte[] body, @org.jspecify.annotations.Nullable String signature, long timestamp) {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/slack/interactions");
    request.setContent(body);
    request.setContentType("application/x-www-form-urlencoded");
    request.addHeader("X-Slack-Request-Timestamp", "" + timestamp);
    if (signature != null) {
      request.addHeader("X-Slack-Signature", signature);
    }
    return request;
  }

  private static byte[] click(String team, String user, String action, String value) {
    String json =
        """
        {"type":"block_actions","user":{"id":"%s","username":"x","team_id":"%s"},
         "team":{"id":"%s","domain":"example"},"channel":{"id":"C012345678","name":"ops"},
         "container":{"type":"message","message_ts":"1700000000.000100","channel_id":"C012345678"},
         "actions":[{"type":"button","action_id":"%s","block_id":"decide","value":"%s",
                     "action_ts":"1700000001.000200"}]}\
        """
            .formatted(user, team, team, action, value);
    return ("payload=" + URLEncoder.encode(json, UTF_8)).getBytes(UTF_8);
  }

  private static final class Mapped implements Identities {
    @Override
    public Optional<Approver> bySlack(String team, String user) {
      return user.equals("U1") ? Optional.of(ADA) : Optional.empty();
    }

    @Override
    public Optional<Approver> byPerson(String person) {
      return Optional.empty();
    }
  }

  private final class Deciding implements Decisions {
    @Override
    public DecisionOutcome decide(DecisionCommand command) {
      commands.add(command);
      return outcome;
    }

    @Override
    public Optional<ButtonTarget> button(String value) {
      return value.equals("opaque")
          ? Optional.of(new ButtonTarget("pr-1", "d1g3st", 1, "T1"))
          : Optional.empty();
    }
  }
}
