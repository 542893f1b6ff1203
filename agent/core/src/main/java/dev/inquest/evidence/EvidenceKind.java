package dev.inquest.evidence;

/** What sort of fact. The first seven hold gathered results, in the formats of a frozen case. */
public enum EvidenceKind {
  /** OpenMetrics text. */
  METRICS,
  /** OTLP/JSON lines. */
  TRACES,
  /** OTLP/JSON lines. */
  LOGS,
  /** A JSON array of changes. */
  CHANGES,
  /** A JSON object of nodes and edges. */
  TOPOLOGY,
  /** One JSON line a probe. */
  DATABASE,
  /** Alertmanager's v4 payload. */
  ALERTS,
  /** A computed fact, as canonical JSON: a metric's shift. */
  METRIC_SHIFT,
  /** A computed fact, as canonical JSON: an operation's self-time before and after. */
  TRACE_SHIFT,
  /** A computed fact, as canonical JSON: a log template that is new or explodes. */
  LOG_SHIFT,
  /** A computed fact, as canonical JSON: what a diff can do. */
  DIFF,
  /** A computed fact, as canonical JSON: what alarms or past incidents say of a place. */
  ORIGIN
}
