package dev.inquest.connectors.slack;

import com.slack.api.RequestConfigurator;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.request.chat.ChatPostMessageRequest.ChatPostMessageRequestBuilder;
import com.slack.api.methods.request.chat.ChatUpdateRequest.ChatUpdateRequestBuilder;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.model.block.LayoutBlock;
import dev.inquest.evidence.CheckResult;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.gate.channel.Announcement;
import dev.inquest.gate.channel.Card;
import dev.inquest.gate.channel.Channel;
import dev.inquest.gate.channel.Posted;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells and asks in one Slack channel: one root message an incident, its card in the thread. */
public final class SlackChannel implements Channel, AutoCloseable {
  private static final String NAME = "slack";
  private static final int TIMEOUT_MILLIS = 5_000;

  /** Errors of the Web API after which the same call may succeed. */
  private static final Set<String> PASSING =
      Set.of(
          "rate_limited",
          "ratelimited",
          "fatal_error",
          "internal_error",
          "request_timeout",
          "service_unavailable");

  private final String channel;
  private final @Nullable String team;
  private final Slack slack;
  private final MethodsClient methods;

  public SlackChannel(String botToken, String channel, @Nullable String team, String apiUrl) {
    this.channel = channel;
    this.team = team;
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(apiUrl);
    config.setHttpClientCallTimeoutMillis(TIMEOUT_MILLIS);
    config.getMethodsConfig().setStatsEnabled(false);
    this.slack = Slack.getInstance(config);
    this.methods = slack.methods(botToken);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public CheckResult check() {
    try {
      var answer = call("auth.test", () -> methods.authTest(r -> r));
      if (team == null) {
        return CheckResult.failed(
            "inquest.slack.team is not set: every click is refused",
            "set inquest.slack.team: " + answer.getTeamId());
      }
      if (!team.equals(answer.getTeamId())) {
        return CheckResult.failed(
            "the bot token belongs to workspace " + answer.getTeamId() + ", not to " + team,
            "set inquest.slack.team: " + answer.getTeamId() + ", or use the other token");
      }
      return CheckResult.ok("workspace " + team + ", channel " + channel);
    } catch (FailureException e) {
      return CheckResult.failed(
          e.failure().message(),
          "Check inquest.slack.bot-token, and that the app is installed in the workspace.");
    }
  }

  @Override
  public Posted announce(Announcement announcement, @Nullable Posted earlier) {
    List<LayoutBlock> blocks = AnnouncementBlocks.of(announcement);
    String text = SlackText.escape(announcement.sentence(), 400);
    if (earlier == null) {
      return post(r -> r.blocks(blocks).text(text));
    }
    edit(earlier, r -> r.blocks(blocks).text(text));
    return earlier;
  }

  @Override
  public Posted ask(Card card, @Nullable Posted root) {
    List<LayoutBlock> blocks = CardBlocks.of(card);
    String text = SlackText.escape(card.verdict(), 400);
    return post(r -> {
      r.blocks(blocks).text(text);
      return root == null ? r : r.threadTs(root.message());
    });
  }

  @Override
  public void update(Posted where, Card card) {
    List<LayoutBlock> blocks = CardBlocks.of(card);
    String text = SlackText.escape(card.verdict(), 400);
    edit(where, r -> r.blocks(blocks).text(text));
  }

  private Posted post(RequestConfigurator<ChatPostMessageRequestBuilder> content) {
    ChatPostMessageResponse answer =
        call(
            "chat.postMessage",
            () ->
                methods.chatPostMessage(r ->
                    content.configure(
                        r.channel(channel)
                            .parse("none")
                            .linkNames(false)
                            .unfurlLinks(false)
                            .unfurlMedia(false))));
    return new Posted(answer.getChannel(), answer.getTs(), team);
  }

  private void edit(Posted where, RequestConfigurator<ChatUpdateRequestBuilder> content) {
    call(
        "chat.update",
        () ->
            methods.chatUpdate(r ->
                content.configure(r.channel(where.channel()).ts(where.message()).parse("none"))));
  }

  private static <T extends SlackApiTextResponse> T call(String method, Call<T> call) {
    try {
      T answer = call.run();
      if (answer.isOk()) {
        return answer;
      }
      throw new FailureException(
          new Failure(
              "channel-refused",
              NAME,
              method + " answered " + answer.getError(),
              PASSING.contains(answer.getError())));
    } catch (SlackApiException e) {
      int status = e.getResponse().code();
      throw new FailureException(
          new Failure("channel-http", NAME, method + " answered HTTP " + status, status >= 429), e);
    } catch (IOException e) {
      throw new FailureException(
          Failure.transientFailure("channel-unreachable", NAME, method + " did not answer"), e);
    }
  }

  @Override
  public void close() throws Exception {
    slack.close();
  }

  /** One call of Slack's SDK. */
  private interface Call<T> {
    T run() throws IOException, SlackApiException;
  }
}
