package dev.inquest.playbooks.evolve;

import dev.inquest.playbooks.evolve.loop.Evolution;
import dev.inquest.playbooks.evolve.loop.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

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
