package dev.inquest.playbooks.evolve.report;

import dev.inquest.playbooks.evolve.milestone.Comparison;
import dev.inquest.playbooks.evolve.milestone.MilestoneResult;
import dev.inquest.playbooks.evolve.milestone.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the milestones found, as blocks of a report. */
final class MilestoneTable {
  private static final String NEVER_STEERED =
      "Sealed cases, and one batch of fresh tasks of seeds that nothing else uses, played by the"
          + " first playbooks and by those of the time. They never steered: whatever proposes,"
          + " remembers, criticises or decides has not seen them, and the rounds are the same"
          + " without them.";

  private static final String INTERVAL =
      "Differences are now less start, in points of a hundred; in brackets the two-sided 95 %"
          + " interval: of the share right Tango's score interval for pairs (1998), of a set's own"
          + " measure the bootstrap over its tasks. p is McNemar's, exact and two-sided. A run has"
          + " several milestones and sets: the last, pooled, is the one to go by.";

  private static final List<String> COLUMNS =
      List.of(
          "after round",
          "tasks of",
          "tasks",
          "right at the start",
          "right",
          "answered",
          "sure and wrong",
          "won, lost",
          "difference",
          "p",
          "own measure");

  private MilestoneTable() {}

  static List<Block> of(List<MilestoneResult> milestones) {
    List<List<String>> rows = new ArrayList<>();
    for (MilestoneResult milestone : milestones) {
      List<Comparison> all = new ArrayList<>(milestone.sets());
      if (milestone.pooled() != null && all.size() > 1) {
        all.add(milestone.pooled());
      }
      if (milestone.fresh() != null) {
        all.add(milestone.fresh());
      }
      all.forEach(found -> rows.add(row(milestone.round(), found)));
    }
    return rows.isEmpty()
        ? List.of()
        : List.of(
            new Block.Heading(2, "Milestones"),
            new Block.Text(NEVER_STEERED),
            new Block.Text(INTERVAL),
            new Block.Table(COLUMNS, rows));
  }

  private static List<String> row(int round, Comparison found) {
    return List.of(
        Integer.toString(round),
        found.set(),
        Integer.toString(found.tasks()),
        Integer.toString(found.start().right()),
        Integer.toString(found.now().right()),
        found.start().answered() + " → " + found.now().answered(),
        found.start().confidentlyWrong() + " → " + found.now().confidentlyWrong(),
        found.won() + ", " + found.lost(),
        difference(100 * found.difference(), 100 * found.low(), 100 * found.high()),
        String.format(Locale.ROOT, "%.3g", found.mcnemarP()),
        found.points() == null ? "" : points(found.points()));
  }

  private static String points(Points points) {
    return String.format(Locale.ROOT, "%.1f → %.1f: ", points.start(), points.now())
        + difference(points.difference(), points.low(), points.high());
  }

  private static String difference(double by, double low, double high) {
    return String.format(Locale.ROOT, "%+.1f (%+.1f to %+.1f)", by, low, high);
  }
}
