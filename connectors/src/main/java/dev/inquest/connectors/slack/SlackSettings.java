package dev.inquest.connectors.slack;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code inquest.slack.*}.
 *
 * @param signingSecret verifies clicks; without it {@code /slack/interactions} answers 404
 * @param botToken posts and rewrites messages ({@code chat:write})
 * @param channel where incidents are told, an id such as {@code C0123456789}
 * @param team the only workspace whose clicks count; without it every click is refused
 * @param apiUrl Slack's Web API, ending in a slash
 * @param appToken Socket Mode's; not supported yet, named by {@code doctor}
 */
@ConfigurationProperties("inquest.slack")
public record SlackSettings(
    @Nullable String signingSecret,
    @Nullable String botToken,
    @Nullable String appToken,
    @Nullable String channel,
    @Nullable String team,
    @Nullable String apiUrl) {

  static final String PUBLIC_API = "https://slack.com/api/";

  String endpoint() {
    return apiUrl == null ? PUBLIC_API : apiUrl;
  }

  /** Never prints a secret. */
  @Override
  public String toString() {
    return "SlackSettings[channel=" + channel + ", team=" + team + "]";
  }
}
