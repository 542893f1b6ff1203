package dev.inquest.verification;

import dev.inquest.change.Words;
import dev.inquest.investigation.Shift;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a service asks its stores more often for each request that it serves: the rate of its
 * statements or calls rose by far more than that of its requests.
 */
final class StatementsPerRequest {
  private static final Set<String> ASKS =
      Set.of("query", "queries", "statement", "statements", "sql", "db", "database");
  private static final Set<String> COUNTED =
      Set.of("rate", "calls", "queries", "statements", "count", "total", "qps");
  private static final Set<String> SERVES = Set.of("request", "requests", "rps", "http");

  /** So many times as many for each request; retries and caches move it by less. */
  private static final double LEAST = 2;

  private StatementsPerRequest() {}

  static boolean grew(List<Shift> shifts) {
    return shifts.stream()
        .filter(shift -> about(shift, ASKS) && about(shift, COUNTED))
        .filter(shift -> shift.before() > 0)
        .anyMatch(shift ->
            shift.after() / shift.before() >= LEAST * requests(shifts, shift.series().service()));
  }

  /** How many times as many requests it serves as before; 1 where none of its rates moved. */
  private static double requests(List<Shift> shifts, @Nullable String of) {
    return shifts.stream()
        .filter(shift -> Objects.equals(shift.series().service(), of))
        .filter(shift -> about(shift, SERVES) && about(shift, Set.of("rate", "requests", "rps")))
        .filter(shift -> shift.before() > 0 && isRate(shift.series().label("statistic")))
        .mapToDouble(shift -> shift.after() / shift.before())
        .max()
        .orElse(1);
  }

  private static boolean isRate(@Nullable String statistic) {
    return statistic == null || statistic.equals("rate");
  }

  private static boolean about(Shift shift, Set<String> words) {
    return Words.parts(shift.series().name()).stream().anyMatch(words::contains);
  }
}
