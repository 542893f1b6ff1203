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
  CACHE("latency saturation database traffic"),
  LIMIT("latency error saturation traffic"),
  NULL_HANDLING("error"),
  DEPENDENCY_VERSION("error latency saturation traffic database"),
  CONFIG_VALUE("error latency saturation traffic database"),
  OTHER_CODE("error latency saturation traffic database"),
  LOG_TEXT,
  COMMENT,
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
    return this != OTHER_CODE && this != CONFIG_VALUE && this != DEPENDENCY_VERSION && !inert();
  }

  /** Whether it changes what is asked of a database. */
  public boolean ofStatements() {
    return this == SQL_QUERY || this == SCHEMA;
  }

  /** For sentences, e.g. {@code a sql query}. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
