package dev.inquest.evidence;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A named, parameterised question to a database; free SQL is never run.
 *
 * @param template e.g. {@code statement-shift}
 * @param target the database's name in the service map
 */
public record ProbeQuery(String template, String target, SortedMap<String, String> parameters) {
  public ProbeQuery {
    requireNonNull(template, "template");
    requireNonNull(target, "target");
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
  }

  public static ProbeQuery of(String template, String target, Map<String, String> parameters) {
    return new ProbeQuery(template, target, new TreeMap<>(parameters));
  }
}
