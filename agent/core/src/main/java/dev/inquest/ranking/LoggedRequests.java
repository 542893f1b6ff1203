package dev.inquest.ranking;

import dev.inquest.evidence.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Of which requests the log records are known. Sources of logs keep a sample of them; a request
 * whose records were not kept would seem to have left out all that it logged. So where many of the
 * requests that log are without records even while all was well, those without are not asked.
 */
final class LoggedRequests {
  /** As many as may be without records for reasons of their own. */
  private static final double FEW = 0.1;

  private final SpanLogs logs;
  private final boolean sampled;
  private final Set<String> logging = new HashSet<>();

  /**
   * @param before requests while all was well
   */
  LoggedRequests(SpanLogs logs, List<SpanTree> before) {
    this.logs = logs;
    before.stream().filter(this::isLogged).map(LoggedRequests::entry).forEach(logging::add);
    List<SpanTree> such = before.stream().filter(tree -> logging.contains(entry(tree))).toList();
    long without = such.stream().filter(tree -> !isLogged(tree)).count();
    this.sampled = without > FEW * such.size();
  }

  List<SpanTree> known(List<SpanTree> requests) {
    return sampled
        ? requests.stream().filter(r -> isLogged(r) || !logging.contains(entry(r))).toList()
        : requests;
  }

  private boolean isLogged(SpanTree request) {
    return request.spans().stream().anyMatch(logs::hasRecords);
  }

  private static String entry(SpanTree request) {
    Span first = request.spans().getFirst();
    return first.service() + '\0' + first.operation();
  }
}
