package dev.inquest.ranking;

import dev.inquest.evidence.Span;
import java.util.HashMap;
import java.util.Map;

/**
 * What steps are called, each name written once however often it comes: of an incident there are
 * hundreds of thousands of steps and some hundreds of names. Not thread-safe.
 */
final class StepKeys {
  /** By the service called, then by the operation; by no service where it is the caller's own. */
  private final Map<String, Map<String, String>> calls = new HashMap<>();

  private final Map<LogLabels.Label, String> logs = new HashMap<>();

  String call(Span caller, Span callee) {
    String where = callee.service().equals(caller.service()) ? "" : callee.service();
    return calls
        .computeIfAbsent(where, service -> new HashMap<>())
        .computeIfAbsent(
            callee.operation(),
            operation -> "call " + operation + (where.isEmpty() ? "" : " at " + where));
  }

  String log(LogLabels.Label label) {
    return logs.computeIfAbsent(label, l -> "log " + l.key());
  }
}
