package dev.inquest.app.config;

import static dev.inquest.app.config.Owner.GATE;

import java.util.List;

/** Keys of the process that acts. */
final class GateKeys {
  static final List<Key> ALL =
      List.of(
          Key.of(
              GATE,
              "inquest.gate.policy",
              "path",
              "the built-in policy",
              "The policy file: who may approve what."),
          Key.of(
              GATE, "inquest.gate.approvers[].person", "text", "", "The one name decisions bear."),
          Key.of(GATE, "inquest.gate.approvers[].slack-user", "text", "", "Their Slack user id."),
          Key.of(GATE, "inquest.gate.approvers[].email", "text", "", "As the forge knows them."),
          Key.of(GATE, "inquest.gate.approvers[].roles[]", "text", "", "`approver`, `operator`."),
          Key.of(
              GATE,
              "inquest.gate.local-user.person",
              "text",
              "operator",
              "The one local user who may sign in."),
          Key.of(
              GATE,
              "inquest.gate.local-user.password-file",
              "path",
              "",
              "Where the password stands; without it one is made up and printed once."),
          Key.of(GATE, "inquest.gate.gitlab.url", "url", "", "GitLab, for merge requests."),
          Key.secret(
              GATE, "inquest.gate.gitlab.write-token", "A token with `api` on its projects."),
          Key.of(GATE, "inquest.gate.gitlab.timeout", "duration", "20s", "Of one call."),
          Key.of(
              GATE, "inquest.gate.gitlab.ca-file", "path", "", "Own certificate authority, PEM."),
          Key.secret(
              GATE,
              "inquest.gate.warrant-key",
              "Ed25519 private key, PKCS #8 PEM; without it one is made under `inquest.home`."),
          Key.secret(GATE, "inquest.slack.signing-secret", "Verifies `/slack/interactions`."),
          Key.secret(
              GATE,
              "inquest.slack.bot-token",
              "`xoxb-…`, with `chat:write`; posts where a channel is given."),
          Key.secret(GATE, "inquest.slack.app-token", "`xapp-…`, for Socket Mode; not used yet."),
          Key.of(GATE, "inquest.slack.channel", "text", "", "Id of the channel to post in."),
          Key.of(
              GATE, "inquest.slack.team", "text", "", "Id of the only workspace that may click."),
          Key.of(
              GATE,
              "inquest.slack.api-url",
              "url",
              "https://slack.com/api/",
              "Where Slack's Web API is."));

  private GateKeys() {}
}
