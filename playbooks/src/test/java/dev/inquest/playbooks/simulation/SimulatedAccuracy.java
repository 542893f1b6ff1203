package dev.inquest.playbooks.simulation;

import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.investigation.StatisticalEngine;
import dev.inquest.playbooks.arena.CaseScore;
import dev.inquest.playbooks.casefile.DiagnosisJson;
import dev.inquest.playbooks.format.CatalogueLoader;
import dev.inquest.playbooks.replay.Replay;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the engine does on simulated cases, by kind of fault: run with a count and a seed. Not a
 * test; {@code docs/simulator.md} shows its output.
 */
final class SimulatedAccuracy {
  private static final double NANOS = 1e9;

  private int cases;
  private int right;
  private int answered;
  private int confidentlyWrong;
  private final SortedMap<String, Integer> verdicts = new TreeMap<>();

  public static void main(String[] arguments) {
    int count = Integer.parseInt(arguments[0]);
    long seed = Long.parseLong(arguments[1]);
    Simulator simulator = new Simulator();
    Replay replay = new Replay(CatalogueLoader.builtIn(), StatisticalEngine::new, () -> 0L);
    SortedMap<String, SimulatedAccuracy> kinds = new TreeMap<>();
    SimulatedAccuracy all = new SimulatedAccuracy();
    for (int i = 0; i < count; i++) {
      SimulatedCase made = simulator.make(Simulator.seed(seed, i));
      Diagnosis diagnosis = replay.diagnose(made.file());
      CaseScore score = CaseScore.of(diagnosis, made.answer());
      kinds
          .computeIfAbsent(made.faultKind(), kind -> new SimulatedAccuracy())
          .add(score, diagnosis);
      all.add(score, diagnosis);
    }
    PrintStream out = System.out;
    out.println("| kind | cases | right | answered | confidently wrong | verdicts |");
    out.println("|---|---|---|---|---|---|");
    kinds.forEach((kind, sum) -> out.println(sum.row(kind)));
    out.println(all.row("all"));
    speed(simulator, seed, Math.min(count, 200), out);
  }

  private void add(CaseScore score, Diagnosis diagnosis) {
    cases++;
    right += score.right() ? 1 : 0;
    answered += score.answered() ? 1 : 0;
    confidentlyWrong += score.confidentlyWrong() ? 1 : 0;
    verdicts.merge(DiagnosisJson.verdict(diagnosis), 1, Integer::sum);
  }

  private String row(String kind) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d | %d | %d | %s |",
        kind,
        cases,
        right,
        answered,
        confidentlyWrong,
        verdicts.toString().replaceAll("[{}]", "").replace('=', ' '));
  }

  /** Warm, one thread, in memory: by the clock, and by the time the thread ran. */
  private static void speed(Simulator simulator, long seed, int count, PrintStream out) {
    long clock = System.nanoTime();
    long ran = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    for (int i = 0; i < count; i++) {
      simulator.make(Simulator.seed(seed + 1, i));
    }
    double seconds = (System.nanoTime() - clock) / NANOS;
    double own = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - ran) / NANOS;
    out.printf(
        Locale.ROOT,
        "%nMade %d cases: %.1f a second by the clock, %.1f a second of the thread's own time.%n",
        count,
        count / seconds,
        count / own);
  }
}
