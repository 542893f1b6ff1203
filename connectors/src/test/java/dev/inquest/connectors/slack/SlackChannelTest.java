package dev.inquest.connectors.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inquest.evidence.CheckResult;
import dev.inquest.failure.FailureException;
import dev.inquest.gate.channel.Announcement;
import dev.inquest.gate.channel.Posted;
import dev.inquest.kit.PublishedSlack;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackChannelTest {
  private PublishedSlack slack;
  private SlackChannel channel;

  @BeforeEach
  void start() throws IOException {
    slack = new PublishedSlack();
    channel = channel(PublishedSlack.TOKEN, PublishedSlack.TEAM);
  }

  @AfterEach
  void stop() throws Exception {
    channel.close();
    slack.close();
    assertThat(slack.violations).isEmpty();
  }

  @Test
  void tellsOnceAndRewritesInPlace() {
    Posted first = channel.announce(announcement("investigating", "looking at latency"), null);
    Posted second = channel.announce(announcement("diagnosed", "commit 4f2a did it"), first);

    assertThat(second).isEqualTo(first);
    assertThat(slack.messages).hasSize(1);
    assertThat(slack.messages.getFirst().edits()).isEqualTo(1);
    assertThat(slack.messages.getFirst().parameters().get("blocks")).contains("commit 4f2a did it");
  }

  @Test
  void asksInTheThreadWithTwoButtonsThenShowsTheOutcomeWithoutThem() {
    Posted root = channel.announce(announcement("diagnosed", "found"), null);
    Posted card = channel.ask(Cards.asked("+CREATE INDEX x", "A query has no index."), root);

    Map<String, String> asked = slack.messages.get(1).parameters();
    assertThat(asked).containsEntry("thread_ts", root.message());
    assertThat(asked.get("blocks"))
        .contains("\"action_id\":\"approve\"", "\"action_id\":\"reject\"", "button-opaque-1")
        .doesNotContain("pr-abc-1\",\"value");

    channel.update(card, Cards.card("+CREATE INDEX x", "v", "opened", "Approved by Ada"));
    assertThat(slack.messages.get(1).parameters().get("blocks"))
        .contains("Approved by Ada")
        .doesNotContain("action_id");
  }

  @Test
  void offersNoApprovalOfAChangeThatDoesNotFit() {
    channel.ask(Cards.asked("+x\n".repeat(3_000), "verdict"), null);
    assertThat(slack.messages.getFirst().parameters().get("blocks"))
        .contains("too long for a card", "\"action_id\":\"open\"")
        .doesNotContain("\"action_id\":\"approve\"");
  }

  @Test
  void untrustedTextNeitherMentionsNorEscapesItsBlock() {
    channel.ask(
        Cards.asked("+``` <!channel> <@U1>", "<!here> & *bold* " + "é<".repeat(4_000)), null);
    assertThat(slack.messages.getFirst().parameters().get("blocks"))
        .doesNotContain("<!here>")
        .doesNotContain("<!channel>")
        .doesNotContain("<@U1>");
  }

  @ParameterizedTest
  @CsvSource({
    "ratelimited,true",
    "rate_limited,true",
    "channel_not_found,false",
    "fatal_error,true",
    "invalid_auth,false"
  })
  void saysWhetherARetryCanHelp(String error, boolean retryable) {
    slack.failNextWith(error);
    assertThatThrownBy(() -> channel.announce(announcement("a", "b"), null))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> {
              assertThat(e.failure().retryable()).isEqualTo(retryable);
              assertThat(e.failure().message()).contains(error).doesNotContain("xoxb");
            });
  }

  @Test
  void anUnreachableSlackIsATransientFailure() throws IOException {
    slack.close();
    assertThatThrownBy(() -> channel.announce(announcement("a", "b"), null))
        .isInstanceOfSatisfying(
            FailureException.class, e -> assertThat(e.failure().retryable()).isTrue());
  }

  @Test
  void theCheckNamesTheWorkspaceAndWhatIsMissing() {
    assertThat(channel.check()).isInstanceOf(CheckResult.Ok.class);
    assertThat(channel(PublishedSlack.TOKEN, null).check())
        .isInstanceOfSatisfying(
            CheckResult.Failed.class,
            f -> assertThat(f.complaints().getFirst().fix()).contains(PublishedSlack.TEAM));
    assertThat(channel("xoxb-wrong", PublishedSlack.TEAM).check())
        .isInstanceOf(CheckResult.Failed.class);
  }

  private SlackChannel channel(String token, @org.jspecify.annotations.Nullable String team) {
    return new SlackChannel(token, PublishedSlack.CHANNEL, team, slack.apiUrl());
  }

  private static Announcement announcement(String state, String sentence) {
    return new Announcement(
        "inc-1",
        state,
        "Latency of deliveries",
        sentence,
        List.of("p95 12 ms → 240 ms"),
        Instant.parse("2026-03-01T03:00:00Z"),
        "http://127.0.0.1:8080/incidents/inc-1");
  }
}
