package dev.inquest.change;

import dev.inquest.analysis.Symptom;
import java.util.Locale;

/** What a piece of a diff can do, and which symptoms that can explain. */
public enum Mechanism {
  SQL_QUERY("latency database saturation error"),
  SCHEMA("latency database saturation error"),
  POOL_SIZE("latency saturation error database"),
  TIMEOUT("latency error saturation"),
  RETRY("latency traffic saturation error"),
  CACHE("latency saturation database traffic error"),
  LIMIT("latency error saturation traffic"),
  NULL_HANDLING("error"),
  /** A call to something else, made once a row or item. */
  LOOP_CALL("latency traffic saturation database"),
  /** What keeps threads or transactions apart. */
  LOCK("error latency saturation database"),
  /** An expression that can backtrack. */
  PATTERN("latency saturation error"),
  /** State that is kept for good. */
  RETENTION("saturation latency error"),
  /** What gives a resource back. */
  RELEASE("saturation latency error database"),
  /** How much is logged. */
  LOG_LEVEL("saturation latency traffic error"),
  /** A field, tag or topic that others read. */
  CONTRACT("error saturation traffic"),
  /** When a branch is taken: checks, comparisons. */
  CONDITION("error latency"),
  /** A check that turns something away. */
  REJECTION("error traffic"),
  ERROR_HANDLING("error latency"),
  /** Where something else is found. */
  ENDPOINT("error latency"),
  CREDENTIAL("error"),
  FLAG_DEFAULT("error latency saturation traffic database"),
  BATCH("latency error saturation traffic database"),
  SCHEDULE("latency saturation traffic database error"),
  DEPENDENCY_VERSION("error latency saturation traffic database"),
  CONFIG_VALUE("error latency saturation traffic database"),
  OTHER_CODE("error latency saturation traffic database"),
  /** Counters and spans: costly only by their number. */
  TELEMETRY("saturation"),
  LOG_TEXT,
  /** What people read: labels, messages. */
  WORDING,
  /** A switch that is new, and off. */
  DORMANT,
  COMMENT,
  /** The same code elsewhere, or written otherwise. */
  MOVED_CODE,
  /** Colours, margins, pictures. */
  STYLE,
  /** Settings of another environment. */
  OTHER_ENVIRONMENT,
  DOCUMENTATION,
  TEST,
  BUILD;

  /** Words of symptoms, parted by spaces. */
  private final String explains;

  Mechanism(String explains) {
    this.explains = explains;
  }

  Mechanism() {
    this("");
  }

  public boolean explains(Symptom symptom) {
    return (' ' + explains + ' ').contains(' ' + symptom.word() + ' ');
  }

  /** Whether it cannot change what runs, or only what is written to the log. */
  public boolean inert() {
    return explains.isEmpty();
  }

  /** Names what it does, rather than just being code. */
  public boolean specific() {
    return this != OTHER_CODE
        && this != CONFIG_VALUE
        && this != DEPENDENCY_VERSION
        && this != TELEMETRY
        && !inert();
  }

  /** Whether it changes what is asked of a database. */
  public boolean ofStatements() {
    return this == SQL_QUERY || this == SCHEMA;
  }

  /** Whether it may show long after it took effect: what fills up, runs out or comes round. */
  public boolean delayed() {
    return switch (this) {
      case CACHE,
          RELEASE,
          RETENTION,
          POOL_SIZE,
          LIMIT,
          LOG_LEVEL,
          SCHEDULE,
          TELEMETRY,
          CREDENTIAL,
          SCHEMA ->
          true;
      case SQL_QUERY,
          TIMEOUT,
          RETRY,
          NULL_HANDLING,
          LOOP_CALL,
          LOCK,
          PATTERN,
          CONTRACT,
          CONDITION,
          REJECTION,
          ERROR_HANDLING,
          ENDPOINT,
          FLAG_DEFAULT,
          BATCH,
          DEPENDENCY_VERSION,
          CONFIG_VALUE,
          OTHER_CODE,
          LOG_TEXT,
          WORDING,
          DORMANT,
          COMMENT,
          MOVED_CODE,
          STYLE,
          OTHER_ENVIRONMENT,
          DOCUMENTATION,
          TEST,
          BUILD ->
          false;
    };
  }

  /** For sentences, e.g. {@code sql query}. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
