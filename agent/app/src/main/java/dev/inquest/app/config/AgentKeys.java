package dev.inquest.app.config;

import static dev.inquest.app.config.Owner.AGENT;

import java.util.List;
import java.util.stream.Stream;

/** Keys of the process that reasons. */
final class AgentKeys {
  private static final String DATABASES = "inquest.connectors.postgresql.databases[].";
  private static final String PROMETHEUS = "inquest.connectors.prometheus.";
  private static final String ZIPKIN = "inquest.connectors.zipkin.";
  private static final String GIT = "inquest.connectors.git.";
  private static final String GITLAB = "inquest.connectors.gitlab.";

  private static final List<Key> INTAKE =
      List.of(
          Key.secret(
              AGENT,
              "inquest.intake.alertmanager.token",
              "Bearer token of `/webhooks/alertmanager`; without it the path answers 404."),
          Key.secret(
              AGENT,
              "inquest.intake.pagerduty.secrets[]",
              "Signing secrets of `/webhooks/pagerduty`; any may match."),
          Key.secret(
              AGENT,
              "inquest.intake.cloudevents.token",
              "Bearer token of `/webhooks/cloudevents`, where deploys are told."),
          Key.secret(
              AGENT,
              "inquest.otlp.token",
              "Bearer token of `/v1/{traces,metrics,logs}`; without it only this machine may"
                  + " send."),
          Key.of(
              AGENT,
              "inquest.suppress[].matchers[]",
              "text",
              "",
              "All must match, e.g. `alertname=\"Watchdog\"`; such alerts are stored and shown, not"
                  + " investigated."),
          Key.of(
              AGENT, "inquest.suppress[].from", "text", "", "Since when, ISO-8601; none: always."),
          Key.of(
              AGENT, "inquest.suppress[].to", "text", "", "Until when, ISO-8601; none: for ever."),
          Key.of(
              AGENT,
              "inquest.suppress[].reason",
              "text",
              "suppressed by the configuration",
              "Why; shown with the incident."),
          Key.of(
              AGENT,
              "inquest.grouping.window",
              "duration",
              "10m",
              "How long alerts of connected services still join an incident."));

  private static final List<Key> CONNECTORS =
      List.of(
          Key.of(AGENT, DATABASES + "name", "text", "", "Its name in the service map."),
          Key.of(AGENT, DATABASES + "url", "url", "", "JDBC URL."),
          Key.of(AGENT, DATABASES + "username", "text", "", "A role that can only read."),
          Key.secret(AGENT, DATABASES + "password", "Its password."),
          Key.of(
              AGENT,
              DATABASES + "rehearsal",
              "boolean",
              "false",
              "Whether rows may be copied into Inquest's scratch database to rehearse an index."),
          Key.of(
              AGENT, DATABASES + "sample-interval", "duration", "60s", "How often it is sampled."),
          Key.of(
              AGENT,
              GIT + "fetch-every",
              "duration",
              "10s",
              "A mirror older than this is fetched."),
          Key.of(AGENT, GIT + "timeout", "duration", "60s", "Of one fetch or one read."),
          Key.of(AGENT, GIT + "max-mirror", "bytes", "2GB", "Disk one mirror may use."),
          Key.of(AGENT, GIT + "max-diff", "bytes", "128KB", "Of one commit's diff."),
          Key.of(AGENT, GIT + "max-files", "integer", "500", "Files named of one commit."),
          Key.of(AGENT, GIT + "credentials[].url", "url", "", "Repositories below this address."),
          Key.of(AGENT, GIT + "credentials[].username", "text", "oauth2", "Sent with the token."),
          Key.secret(AGENT, GIT + "credentials[].token", "A token that can read them."),
          Key.of(AGENT, PROMETHEUS + "url", "url", "", "Prometheus, or what speaks its API."),
          Key.secret(AGENT, PROMETHEUS + "token", "Bearer token."),
          Key.of(AGENT, PROMETHEUS + "username", "text", "", "For basic authentication."),
          Key.secret(AGENT, PROMETHEUS + "password", "Goes with the username."),
          Key.of(AGENT, PROMETHEUS + "tenant", "text", "", "Sent as `X-Scope-OrgID`."),
          Key.of(AGENT, PROMETHEUS + "ca-file", "path", "", "Own certificate authority, PEM."),
          Key.of(
              AGENT,
              PROMETHEUS + "service-labels[]",
              "text",
              "service, service_name, job, app, app_kubernetes_io_name",
              "Labels that name a service, the most telling first."),
          Key.of(
              AGENT,
              PROMETHEUS + "rate-window",
              "duration",
              "1m",
              "Counters and histograms are averaged over it where two steps hold too few samples;"
                  + " several scrapes long."),
          Key.of(AGENT, PROMETHEUS + "timeout", "duration", "10s", "Of one query."),
          Key.of(AGENT, PROMETHEUS + "read-timeout", "duration", "45s", "Of one answer's queries."),
          Key.of(AGENT, PROMETHEUS + "max-response", "bytes", "32MB", "Of one query's answer."),
          Key.of(
              AGENT,
              PROMETHEUS + "step",
              "duration",
              "15s",
              "Finest resolution; best the scrapes' interval."),
          Key.of(AGENT, PROMETHEUS + "queries-per-second", "integer", "10", "Budget."),
          Key.of(AGENT, PROMETHEUS + "max-concurrent", "integer", "4", "Budget."),
          Key.of(AGENT, ZIPKIN + "url", "url", "", "Zipkin, or what speaks its API."),
          Key.secret(AGENT, ZIPKIN + "token", "Bearer token."),
          Key.of(AGENT, ZIPKIN + "username", "text", "", "For basic authentication."),
          Key.secret(AGENT, ZIPKIN + "password", "Goes with the username."),
          Key.of(AGENT, ZIPKIN + "ca-file", "path", "", "Own certificate authority, PEM."),
          Key.of(AGENT, ZIPKIN + "traces-per-query", "integer", "500", "Traces of one query."),
          Key.of(AGENT, ZIPKIN + "max-queries", "integer", "300", "Queries for one answer."),
          Key.of(AGENT, ZIPKIN + "timeout", "duration", "10s", "Of one query."),
          Key.of(AGENT, ZIPKIN + "read-timeout", "duration", "25s", "Of one answer's queries."),
          Key.of(AGENT, ZIPKIN + "max-response", "bytes", "16MB", "Of one query's answer."),
          Key.of(AGENT, ZIPKIN + "queries-per-second", "integer", "20", "Budget."),
          Key.of(AGENT, ZIPKIN + "max-concurrent", "integer", "4", "Budget."),
          Key.of(AGENT, GITLAB + "url", "url", "", "GitLab, for deployments and changes."),
          Key.secret(AGENT, GITLAB + "read-token", "A token with `read_api` only."),
          Key.of(AGENT, GITLAB + "ca-file", "path", "", "Own certificate authority, PEM."),
          Key.of(AGENT, GITLAB + "timeout", "duration", "10s", "Of one call."),
          Key.of(AGENT, GITLAB + "queries-per-second", "integer", "10", "Budget."),
          Key.of(AGENT, GITLAB + "max-diff", "bytes", "128KB", "Of one deployment's diff."),
          Key.of(
              AGENT,
              GITLAB + "projects[].environment",
              "text",
              "the service's",
              "Only deployments to it count."),
          Key.of(AGENT, GITLAB + "projects[].service", "text", "", "Service of a project."),
          Key.of(AGENT, GITLAB + "projects[].project", "text", "", "Its path or id in GitLab."),
          Key.of(
              AGENT,
              "inquest.rehearsal.url",
              "url",
              "the embedded server's",
              "JDBC URL of Inquest's own scratch database."),
          Key.of(AGENT, "inquest.rehearsal.username", "text", "", "Its role."),
          Key.secret(AGENT, "inquest.rehearsal.password", "Its password."));

  private static final List<Key> LIMITS =
      List.of(
          limit("look-back", "duration", "3h", "Baseline read before an alert."),
          limit("step", "duration", "15s", "Metric resolution."),
          limit("investigation-timeout", "duration", "3m", "Then it reports what it has."),
          limit("queries", "integer", "400", "Queries of one investigation."),
          limit("max-series", "integer", "2000", "Series of one query."),
          limit("max-points", "integer", "2000000", "Points of one query."),
          limit("traces-per-stratum", "integer", "40", "Traces a time slice, status and band."),
          limit("trace-slice", "duration", "30s", "Length of a time slice."),
          limit("max-log-records", "integer", "20000", "Log records of one query."),
          limit("max-changes", "integer", "200", "Changes of one query."),
          limit("max-hypotheses", "integer", "40", "Hypotheses that are verified."),
          limit("seed", "integer", "1", "Of every sample."),
          Key.of(
              AGENT,
              "inquest.recovery.window",
              "duration",
              "5m",
              "How long all must be well again before an incident is closed."),
          Key.of(
              AGENT,
              "inquest.recovery.timeout",
              "duration",
              "30m",
              "How long recovery may take before it is said that it did not come."),
          Key.of(
              AGENT,
              "inquest.investigation.again[]",
              "duration",
              "1m, 3m, 10m",
              "When, after its opening, an incident not understood is investigated again."),
          Key.of(
              AGENT,
              "inquest.investigation.joined-delay",
              "duration",
              "2s",
              "How long alerts that join are gathered before they are looked at."),
          Key.of(AGENT, "inquest.investigation.workers", "integer", "10", "Work done at once."),
          Key.of(
              AGENT,
              "inquest.warm-up",
              "boolean",
              "true",
              "Diagnoses a made-up incident after the start, so that the first real one does not"
                  + " wait for classes to load."),
          Key.of(AGENT, "inquest.node", "text", "host and port", "This worker's own name."),
          Key.of(
              AGENT,
              "inquest.recorder.max-bytes",
              "bytes",
              "2GB",
              "Disk the flight recorder may use; the oldest is dropped."),
          Key.of(AGENT, "inquest.recorder.segment-bytes", "bytes", "16MB", "Size of one segment."),
          Key.of(
              AGENT, "inquest.recorder.max-request-bytes", "bytes", "16MB", "Largest body taken."),
          Key.of(AGENT, "inquest.recorder.max-age", "duration", "31d", "Oldest telemetry taken."));

  static final List<Key> ALL =
      Stream.of(
              List.of(Key.of(AGENT, "server.port", "integer", "8080", "The agent's HTTP port.")),
              INTAKE,
              CONNECTORS,
              LIMITS)
          .flatMap(List::stream)
          .toList();

  private AgentKeys() {}

  private static Key limit(String name, String type, String standard, String help) {
    return Key.of(AGENT, "inquest.limits." + name, type, standard, help);
  }
}
