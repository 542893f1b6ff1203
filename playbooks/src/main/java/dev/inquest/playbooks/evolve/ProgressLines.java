package dev.inquest.playbooks.evolve;

import dev.inquest.playbooks.evolve.loop.Evolution;
import dev.inquest.playbooks.evolve.loop.Progress;
import dev.inquest.playbooks.evolve.milestone.Comparison;
import dev.inquest.playbooks.evolve.milestone.MilestoneResult;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A line a round. */
final class ProgressLines implements Progress {
  private final PrintWriter err;

  ProgressLines(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void canary(String name, boolean rightly) {
    line(
        String.format(
            Locale.ROOT, "canary %-12s judged %s", name, rightly ? "rightly" : "WRONGLY"));
  }

  @Override
  public void milestone(MilestoneResult result) {
    line("milestone after round " + result.round() + told(result.pooled()) + told(result.fresh()));
  }

  private static String told(@Nullable Comparison found) {
    return found == null
        ? ""
        : String.format(
            Locale.ROOT,
            "  %s: %d of %d right, %+.1f points (%+.1f to %+.1f)",
            found.set(),
            found.now().right(),
            found.tasks(),
            100 * found.difference(),
            100 * found.low(),
            100 * found.high());
  }

  @Override
  public void round(
      int round, int of, double score, int kept, double alphaLeft, Duration left, String what) {
    line(
        String.format(
            Locale.ROOT,
            "round %d/%d  score %.4f  kept %d  α left %.4f  time left %s  %s",
            round,
            of,
            score,
            kept,
            alphaLeft,
            shown(left),
            what));
  }

  void ended(Evolution.Result result) {
    line(
        String.format(
            Locale.ROOT,
            "ended after %d rounds (%s): kept %d, score %.4f, canaries judged wrongly: %d",
            result.rounds(),
            result.reason(),
            result.kept(),
            result.score(),
            result.misjudged()));
  }

  private void line(String text) {
    err.println(text);
    err.flush();
  }

  private static String shown(Duration left) {
    return left.toMinutes() > 0 ? left.toMinutes() + " min" : left.toSeconds() + " s";
  }
}
