package dev.inquest.app.config;

import static dev.inquest.app.config.Owner.BOTH;
import static dev.inquest.app.config.Owner.OPERATOR;

import java.util.List;

/** Keys that both processes, or the operator's commands, read. */
final class SharedKeys {
  static final List<Key> ALL =
      List.of(
          Key.of(
              BOTH, "inquest.home", "path", "./.inquest", "Where state is kept on this machine."),
          Key.of(BOTH, "inquest.role", "text", "", "Set by `serve`: `agent` or `gate`."),
          Key.of(
              BOTH,
              "inquest.mode",
              "text",
              "observe",
              "How far Inquest goes for a service that does not say: `observe` or `propose`."),
          Key.of(
              BOTH,
              "inquest.public-url",
              "url",
              "http://localhost:<server.port> where serve runs both",
              "Where people reach the agent's pages; without it Slack's messages do not link"
                  + " there."),
          Key.of(
              BOTH,
              "inquest.gate.public-url",
              "url",
              "http://localhost:<inquest.gate.port>",
              "Where people reach the gate's pages."),
          Key.of(BOTH, "inquest.gate.port", "integer", "8081", "The gate's HTTP port."),
          Key.of(BOTH, "inquest.services[].name", "text", "", "The service's one name."),
          Key.of(BOTH, "inquest.services[].aliases[]", "text", "", "Other names it goes by."),
          Key.of(BOTH, "inquest.services[].environment", "text", "", "E.g. `production`."),
          Key.of(
              BOTH,
              "inquest.services[].repository",
              "text",
              "",
              "Its git repository: a path, a `file://` or an `http(s)://` URL."),
          Key.of(
              BOTH, "inquest.services[].branch", "text", "main", "The branch it is deployed from."),
          Key.of(
              BOTH,
              "inquest.services[].paths[]",
              "path",
              "",
              "Folders of the repository that are its own; none means all."),
          Key.of(
              BOTH,
              "inquest.services[].migrations",
              "path",
              "",
              "Folder of its Flyway migrations."),
          Key.of(
              BOTH,
              "inquest.services[].databases[]",
              "text",
              "",
              "Names of databases it uses, from `inquest.connectors.postgresql.databases[]`."),
          Key.of(
              BOTH, "inquest.services[].owners[]", "text", "", "Who is responsible; not used yet."),
          Key.of(
              BOTH,
              "inquest.services[].channel",
              "text",
              "",
              "Where its people are told; not used yet."),
          Key.of(BOTH, "inquest.services[].runbook", "url", "", "Its runbook; not used yet."),
          Key.of(
              BOTH, "inquest.services[].mode", "text", "inquest.mode", "`observe` or `propose`."),
          Key.of(BOTH, "inquest.api.tokens[].name", "text", "", "What the token is for."),
          Key.secret(BOTH, "inquest.api.tokens[].token", "Sent as `Authorization: Bearer`."),
          Key.of(
              BOTH,
              "inquest.api.tokens[].role",
              "text",
              "viewer",
              "`viewer`, `operator` or `approver`; an approver's token is the gate's alone."),
          Key.of(
              BOTH,
              "inquest.api.tokens[].person",
              "text",
              "",
              "The one person an approver's token decides for."),
          Key.of(
              OPERATOR,
              "inquest.database.owner.username",
              "text",
              "inquest_owner",
              "The role that migrates, where `spring.datasource.url` names an own server."),
          Key.secret(OPERATOR, "inquest.database.owner.password", "Its password."),
          Key.secret(OPERATOR, "inquest.database.agent.password", "Of `inquest_agent` there."),
          Key.secret(OPERATOR, "inquest.database.gate.password", "Of `inquest_gate` there."));

  private SharedKeys() {}
}
