package dev.inquest.connectors.postgresql;

import dev.inquest.connectors.postgresql.session.UntestableException;
import dev.inquest.connectors.resilience.Redacted;
import dev.inquest.evidence.ProbeQuery;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Set;

/** The parameters of one question, read by type; a wrong one is an answer, not an exception. */
final class Parameters {
  private static final int MAX_CHARS = 500;

  private final ProbeQuery query;

  private Parameters(ProbeQuery query) {
    this.query = query;
  }

  /**
   * @throws UntestableException for a parameter that is missing or that the template does not know
   */
  static Parameters of(ProbeQuery query, Set<String> required, Set<String> optional) {
    for (String name : required) {
      if (!query.parameters().containsKey(name)) {
        throw new UntestableException("missing parameter " + name + " of " + query.template());
      }
    }
    query
        .parameters()
        .forEach((name, value) -> {
          if (!required.contains(name) && !optional.contains(name)) {
            throw new UntestableException(
                "unknown parameter " + Redacted.text(name) + " of " + query.template());
          }
          if (value.length() > MAX_CHARS || value.indexOf('\0') >= 0) {
            throw new UntestableException("unusable parameter " + name);
          }
        });
    return new Parameters(query);
  }

  String text(String name) {
    return query.parameters().getOrDefault(name, "");
  }

  Instant instant(String name) {
    try {
      return Instant.parse(text(name));
    } catch (DateTimeException e) {
      throw new UntestableException("parameter " + name + " is not a time in ISO 8601, in UTC");
    }
  }

  /** A whole number, clamped to 1 … max. */
  int count(String name, int absent, int max) {
    if (!query.parameters().containsKey(name)) {
      return absent;
    }
    try {
      return Math.clamp(Long.parseLong(text(name)), 1, max);
    } catch (NumberFormatException e) {
      throw new UntestableException("parameter " + name + " is not a whole number");
    }
  }

  /** The id of a statement: a signed 64-bit number. */
  String statementId(String name) {
    try {
      return Long.toString(Long.parseLong(text(name)));
    } catch (NumberFormatException e) {
      throw new UntestableException("parameter " + name + " is not a statement id");
    }
  }
}
