package dev.inquest.app.report;

import dev.inquest.investigation.OperationShift;
import dev.inquest.verification.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Two lengths of time beside each other, drawn as two bars.
 *
 * @param where what was timed, one line; may hold untrusted text
 * @param what what was measured of it
 * @param evidence ids under which the fact can be fetched again
 */
public record Contrast(String where, String what, Side first, Side second, List<String> evidence) {
  private static final int MAX_OPERATIONS = 3;
  private static final int FULL_WIDTH = 100;

  public Contrast {
    evidence = List.copyOf(evidence);
  }

  /**
   * One bar.
   *
   * @param width in percent of the longer bar, at least 1
   */
  public record Side(String label, String shown, long width) {}

  public List<Side> sides() {
    return List.of(first, second);
  }

  /** The operations whose own time grew, then what the lacking index was seen to save. */
  static List<Contrast> of(List<OperationShift> operations, List<Verification> tests) {
    List<Contrast> all = new ArrayList<>();
    operations.stream().limit(MAX_OPERATIONS).map(Contrast::selfTime).forEach(all::add);
    tests.stream().flatMap(test -> rehearsed(test).stream()).limit(1).forEach(all::add);
    return all;
  }

  private static Contrast selfTime(OperationShift shift) {
    return of(
        shift.service() + ": " + shift.operation(),
        "own time, 95th percentile",
        "before",
        shift.beforeP95Seconds(),
        "after",
        shift.afterP95Seconds(),
        List.of(shift.evidence()));
  }

  /** Of the test that builds the index on a sampled copy. */
  private static Optional<Contrast> rehearsed(Verification test) {
    Map<String, String> facts = test.facts();
    double before = number(facts.get("before_ms"));
    double after = number(facts.get("after_ms"));
    if (Double.isNaN(before) || Double.isNaN(after)) {
      return Optional.empty();
    }
    double rows = number(facts.get("sample_rows"));
    String copy = Double.isNaN(rows) ? "on a copy" : "on a copy of " + Words.count(rows) + " rows";
    return Optional.of(
        of(
            facts.getOrDefault("table", "the table")
                + " by "
                + facts.getOrDefault("columns", "its filter"),
            "the statement, " + copy,
            "no index",
            before / 1e3,
            "with index",
            after / 1e3,
            test.evidence()));
  }

  private static Contrast of(
      String where,
      String what,
      String firstLabel,
      double firstSeconds,
      String secondLabel,
      double secondSeconds,
      List<String> evidence) {
    double longer = Math.max(firstSeconds, secondSeconds);
    return new Contrast(
        where,
        what,
        new Side(firstLabel, Words.seconds(firstSeconds), width(firstSeconds, longer)),
        new Side(secondLabel, Words.seconds(secondSeconds), width(secondSeconds, longer)),
        evidence);
  }

  private static long width(double seconds, double longer) {
    return longer > 0 ? Math.clamp(Math.round(FULL_WIDTH * seconds / longer), 1, FULL_WIDTH) : 1;
  }

  private static double number(@Nullable String text) {
    try {
      return text == null ? Double.NaN : Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
