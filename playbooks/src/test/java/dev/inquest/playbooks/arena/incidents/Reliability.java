package dev.inquest.playbooks.arena.incidents;

import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.arena.Trial;
import dev.inquest.playbooks.simulation.Simulator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Whether stated confidence is right as often as it says, and whether refitting it would be any
 * better: Platt's logistic (1999) and isotonic regression by pool-adjacent-violators (Zadrozny and
 * Elkan, 2002), each fitted on nine tenths and judged on the last, ten times. Run with a count of
 * simulated cases and a seed, and perhaps a folder of cases with its file of answers. Not a test;
 * its output is for {@code docs/accuracy.md}.
 */
final class Reliability {
  private static final int FOLDS = 10;

  /** What the arena takes for the confidence of a verdict that names no cause. */
  private static final double UNSTATED = 0.5;

  private static final double[] EDGES = {0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.97, 1.01};

  /** A stated confidence, and whether it was right. */
  private record Said(double confidence, boolean right) {
    double outcome() {
      return right ? 1 : 0;
    }
  }

  private final List<Said> all = new ArrayList<>();

  public static void main(String[] arguments) throws IOException {
    Reliability reliability = new Reliability();
    if (arguments.length > 3) {
      StoredCases stored = StoredCases.read(Path.of(arguments[2]), Path.of(arguments[3]));
      IncidentArena arena = new IncidentArena(stored, 0);
      reliability.add(
          arena.pool().stream().map(id -> arena.pooled(id, Subject.Files.builtIn())).toList());
    }
    reliability.simulate(Integer.parseInt(arguments[0]), Long.parseLong(arguments[1]));
    reliability.print();
  }

  private void simulate(int count, long seed) {
    IncidentArena arena = new IncidentArena(StoredCases.NONE, 0);
    Subject.Files builtIn = Subject.Files.builtIn();
    add(
        IntStream.range(0, count)
            .parallel()
            .mapToObj(i ->
                arena.fresh(Simulator.seed(seed, i), builtIn, Subject.Scripted.ABSTAIN).incumbent())
            .toList());
  }

  /** Where a cause is named; no other verdict states a confidence. */
  private void add(List<Trial> trials) {
    trials.stream()
        .filter(trial -> trial.answered() && trial.confidence() != UNSTATED)
        .map(trial -> new Said(trial.confidence(), trial.score() == 1))
        .forEach(all::add);
  }

  private void print() {
    System.out.println("| confidence | cases | mean confidence | right |");
    System.out.println("|---|---|---|---|");
    for (int i = 0; i + 1 < EDGES.length; i++) {
      double low = EDGES[i];
      double high = EDGES[i + 1];
      List<Said> bin =
          all.stream().filter(s -> s.confidence() >= low && s.confidence() < high).toList();
      if (!bin.isEmpty()) {
        System.out.printf(
            Locale.ROOT,
            "| %.2f to %.2f | %d | %.2f | %d (%.2f) |%n",
            low,
            Math.min(1, high),
            bin.size(),
            bin.stream().mapToDouble(Said::confidence).average().orElse(0),
            bin.stream().filter(Said::right).count(),
            bin.stream().mapToDouble(Said::outcome).average().orElse(0));
      }
    }
    System.out.println("\n| fitted by | Brier | log loss |\n|---|---|---|");
    judge("nothing", training -> c -> c);
    judge("Platt", Reliability::platt);
    judge("isotonic", Reliability::isotonic);
  }

  private void judge(String name, Function<List<Said>, DoubleUnaryOperator> fit) {
    double brier = 0;
    double loss = 0;
    for (int fold = 0; fold < FOLDS; fold++) {
      List<Said> training = part(fold, false);
      DoubleUnaryOperator fitted = fit.apply(training);
      for (Said said : part(fold, true)) {
        double p = Math.clamp(fitted.applyAsDouble(said.confidence()), 0.01, 0.99);
        brier += Math.pow(p - said.outcome(), 2);
        loss -= Math.log(said.right() ? p : 1 - p);
      }
    }
    System.out.printf(
        Locale.ROOT, "| %s | %.4f | %.4f |%n", name, brier / all.size(), loss / all.size());
  }

  private List<Said> part(int fold, boolean held) {
    return IntStream.range(0, all.size())
        .filter(i -> (i % FOLDS == fold) == held)
        .mapToObj(all::get)
        .toList();
  }

  private static double logit(double c) {
    double held = Math.clamp(c, 0.01, 0.99);
    return Math.log(held / (1 - held));
  }

  /** Slope and intercept by Newton's method, with a ridge towards leaving it as it is. */
  private static DoubleUnaryOperator platt(List<Said> training) {
    double slope = 1;
    double intercept = 0;
    for (int step = 0; step < 50; step++) {
      double gs = slope - 1;
      double gi = intercept;
      double ss = 1;
      double si = 0;
      double ii = 1;
      for (Said said : training) {
        double x = logit(said.confidence());
        double p = 1 / (1 + Math.exp(-(slope * x + intercept)));
        double w = p * (1 - p);
        gs += (p - said.outcome()) * x;
        gi += p - said.outcome();
        ss += w * x * x;
        si += w * x;
        ii += w;
      }
      double det = ss * ii - si * si;
      slope -= (ii * gs - si * gi) / det;
      intercept -= (ss * gi - si * gs) / det;
    }
    double a = slope;
    double b = intercept;
    return c -> 1 / (1 + Math.exp(-(a * logit(c) + b)));
  }

  private static DoubleUnaryOperator isotonic(List<Said> training) {
    List<double[]> blocks = new ArrayList<>();
    for (Said said :
        training.stream().sorted(Comparator.comparingDouble(Said::confidence)).toList()) {
      blocks.add(new double[] {said.confidence(), said.outcome(), 1});
      while (blocks.size() > 1 && mean(blocks.get(blocks.size() - 2)) >= mean(blocks.getLast())) {
        double[] last = blocks.removeLast();
        blocks.getLast()[1] += last[1];
        blocks.getLast()[2] += last[2];
      }
    }
    return c ->
        blocks.stream()
            .filter(block -> block[0] <= c)
            .reduce((a, b) -> b)
            .map(Reliability::mean)
            .orElseGet(() -> mean(blocks.getFirst()));
  }

  private static double mean(double[] block) {
    return block[1] / block[2];
  }
}
