package dev.inquest.playbooks.memory;

import dev.inquest.diagnosis.Cause;
import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.investigation.StatisticalEngine;
import dev.inquest.memory.KnownOrigin;
import dev.inquest.memory.PastIncident;
import dev.inquest.memory.PastIncidents;
import dev.inquest.playbook.Catalogue;
import dev.inquest.playbooks.casefile.CaseFile;
import dev.inquest.playbooks.casefile.CaseReader;
import dev.inquest.playbooks.casefile.TruthJson;
import dev.inquest.playbooks.format.CatalogueLoader;
import dev.inquest.playbooks.replay.Replay;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * Memory in use: incidents come one after the other, each is diagnosed with those before it as
 * memory, and labelled afterwards; beside it the arm without memory. Run with a folder of cases,
 * its file of answers and a number of shuffles. Not a test; {@code docs/accuracy-memory.md} shows
 * its output.
 */
final class MemoryStream {
  private static final int PARTS = 3;
  private static final Catalogue CATALOGUE = CatalogueLoader.builtIn();

  private final List<CaseFile> cases = new ArrayList<>();
  private final List<List<KnownOrigin>> origins = new ArrayList<>();

  public static void main(String[] arguments) throws IOException {
    MemoryStream stream = new MemoryStream(Path.of(arguments[0]), Path.of(arguments[1]));
    boolean[] without = stream.without();
    System.out.println("| shuffle | off: thirds | on: thirds | difference in points |");
    System.out.println("|---|---|---|---|");
    double[] sum = new double[PARTS];
    int shuffles = Integer.parseInt(arguments[2]);
    IntStream.rangeClosed(1, shuffles)
        .parallel()
        .mapToObj(seed -> stream.shuffled(seed, without))
        .toList()
        .forEach(row -> {
          System.out.println(row.text());
          for (int part = 0; part < PARTS; part++) {
            sum[part] += row.difference().get(part) / shuffles;
          }
        });
    System.out.printf(
        Locale.ROOT, "mean difference by third: %+.1f %+.1f %+.1f%n", sum[0], sum[1], sum[2]);
  }

  private record Line(String text, List<Double> difference) {}

  private MemoryStream(Path folder, Path answers) throws IOException {
    try (InputStream in = Files.newInputStream(answers)) {
      SortedMap<String, List<KnownOrigin>> truth = TruthJson.read(in, answers.toString());
      for (Path path : CaseReader.cases(folder)) {
        CaseFile file = CaseReader.read(path);
        cases.add(file);
        origins.add(truth.getOrDefault(file.info().id(), List.of()));
      }
    }
  }

  private boolean[] without() {
    boolean[] right = new boolean[cases.size()];
    for (int i = 0; i < right.length; i++) {
      right[i] = right(i, PastIncidents.NONE);
    }
    return right;
  }

  private Line shuffled(int seed, boolean[] without) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, cases.size()).boxed().toList());
    Collections.shuffle(order, new Random(seed));
    double[] off = new double[PARTS];
    double[] on = new double[PARTS];
    int[] asked = new int[PARTS];
    List<PastIncident> past = new ArrayList<>();
    for (int at = 0; at < order.size(); at++) {
      int i = order.get(at);
      int part = at * PARTS / order.size();
      asked[part]++;
      off[part] += without[i] ? 1 : 0;
      on[part] += right(i, new PastIncidents(past)) ? 1 : 0;
      CaseFile file = cases.get(i);
      past.add(new PastIncident(file.info().id(), file.alerts(), file.topology(), origins.get(i)));
    }
    double[] difference = new double[PARTS];
    for (int part = 0; part < PARTS; part++) {
      off[part] *= 100.0 / asked[part];
      on[part] *= 100.0 / asked[part];
      difference[part] = on[part] - off[part];
    }
    return new Line(
        "| " + seed + " | " + thirds(off) + " | " + thirds(on) + " | " + thirds(difference) + " |",
        Arrays.stream(difference).boxed().toList());
  }

  private static String thirds(double[] values) {
    return String.format(Locale.ROOT, "%.1f / %.1f / %.1f", values[0], values[1], values[2]);
  }

  /** Whether the first cause is an instance that it came from. */
  private boolean right(int i, PastIncidents memory) {
    Replay replay =
        new Replay(
            CATALOGUE,
            (catalogue, limits, clock) -> new StatisticalEngine(catalogue, limits, clock, memory),
            () -> 0L);
    Diagnosis diagnosis = replay.diagnose(cases.get(i));
    List<Cause> causes = diagnosis.details().causes();
    return diagnosis instanceof Diagnosis.Identified
        && !causes.isEmpty()
        && origins.get(i).stream()
            .anyMatch(
                o -> o.instance() != null && o.instance().equals(causes.getFirst().instance()));
  }
}
