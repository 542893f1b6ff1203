package dev.inquest.playbooks.arena.incidents;

import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.arena.Trial;
import dev.inquest.playbooks.evolve.edit.Edit;
import dev.inquest.playbooks.evolve.edit.Edits;
import dev.inquest.playbooks.evolve.edit.Knob;
import dev.inquest.playbooks.evolve.edit.Knobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What each signal and each number of the playbooks carries: every test and every weight off in
 * turn, then every number moved by 30 percent either way; cases right by data set. Run with {@code
 * off}, {@code moved} or {@code now} (neither), a folder of data sets, a folder of their answers
 * and how many simulated cases to add. Not a test; its output is for {@code docs/accuracy.md}.
 */
final class WhatCarries {
  private static final double MOVE = 0.3;
  private static final String MADE = "simulated";

  private final Subject.Files builtIn = Subject.Files.builtIn();
  private final IncidentArena arena;
  private final SortedMap<String, Integer> sizes = new TreeMap<>();

  public static void main(String[] arguments) throws IOException {
    WhatCarries carries =
        new WhatCarries(
            Path.of(arguments[1]), Path.of(arguments[2]), Integer.parseInt(arguments[3]));
    carries.table(
        switch (arguments[0]) {
          case "off" -> carries.off();
          case "moved" -> carries.moved();
          default -> List.of();
        });
  }

  /** Playbooks with one thing changed. */
  private record Variant(String name, Subject.Files files) {}

  private WhatCarries(Path folder, Path answers, int simulated) throws IOException {
    List<LabelledCase> all = new ArrayList<>();
    try (Stream<Path> sets = Files.list(folder)) {
      for (Path set : sets.sorted().toList()) {
        Path truth = answers.resolve(set.getFileName() + ".jsonl");
        if (Files.isDirectory(set) && Files.exists(truth)) {
          StoredCases stored = StoredCases.read(set, truth);
          all.addAll(stored.training());
          all.addAll(stored.sealed());
        }
      }
    }
    this.arena = new IncidentArena(new StoredCases(all, List.of()), simulated);
    arena.pool().forEach(id -> sizes.merge(set(id), 1, Integer::sum));
  }

  private static String set(String id) {
    int slash = id.indexOf('/');
    return slash < 0 ? MADE : id.substring(0, slash);
  }

  private void table(List<Variant> variants) {
    SortedMap<String, Integer> before = right(builtIn);
    // A set where nothing is right is not one of incidents: single series, for the detector.
    before.values().removeIf(right -> right == 0);
    sizes.keySet().retainAll(before.keySet());
    System.out.println("| | " + String.join(" | ", sizes.keySet()) + " |");
    System.out.println("|---|" + "---|".repeat(sizes.size()));
    System.out.println(row("as it is", before));
    int same = 0;
    for (Variant variant : variants) {
      SortedMap<String, Integer> now = right(variant.files());
      if (now.equals(before)) {
        same++;
      } else {
        System.out.println(row(variant.name(), now));
      }
    }
    System.out.println("\nof " + variants.size() + ", " + same + " change no sum");
  }

  private String row(String name, SortedMap<String, Integer> right) {
    StringBuilder row = new StringBuilder("| " + name + " |");
    sizes.forEach((set, size) ->
        row.append(' ').append(right.get(set)).append(" of ").append(size).append(" |"));
    return row.toString();
  }

  private SortedMap<String, Integer> right(Subject.Files files) {
    SortedMap<String, Integer> right = new TreeMap<>();
    sizes.keySet().forEach(set -> right.put(set, 0));
    List<Trial> trials = arena.pool().parallelStream().map(id -> arena.pooled(id, files)).toList();
    trials.stream()
        .filter(trial -> trial.score() == 1)
        .forEach(trial -> right.merge(set(trial.task()), 1, Integer::sum));
    return right;
  }

  /** Without each test, and without each aspect of the ranking. */
  private List<Variant> off() {
    List<Variant> variants = new ArrayList<>();
    for (String test : tests()) {
      Subject.Files files = builtIn;
      for (String file : builtIn.files().keySet()) {
        for (int i = 0; i < 20; i++) {
          Edit remove = new Edit.RemoveTest(file, i, test);
          files = Edits.apply(files, List.of(remove)).orElse(files);
        }
      }
      variants.add(new Variant("without `" + test + "`", files));
    }
    Knobs.of(builtIn).stream()
        .filter(knob -> knob.pointer().contains("/rank_weight_"))
        .forEach(knob -> set(knob, 0).ifPresent(variants::add));
    return variants;
  }

  private Set<String> tests() {
    Set<String> tests = new TreeSet<>();
    builtIn
        .catalogue()
        .playbooks()
        .forEach(playbook -> playbook.hypotheses().forEach(rule -> tests.addAll(rule.tests())));
    return tests;
  }

  private List<Variant> moved() {
    List<Variant> variants = new ArrayList<>();
    for (Knob knob : Knobs.of(builtIn)) {
      set(knob, Math.clamp(knob.value() * (1 - MOVE), knob.least(), knob.most()))
          .ifPresent(variants::add);
      set(knob, Math.clamp(knob.value() * (1 + MOVE), knob.least(), knob.most()))
          .ifPresent(variants::add);
    }
    return variants;
  }

  private Optional<Variant> set(Knob knob, double to) {
    double whole = knob.whole() ? Math.rint(to) : to;
    Edit edit = new Edit.SetNumber(knob.file(), knob.pointer(), knob.value(), whole);
    String name =
        knob.file().replace(".md", "") + knob.pointer().replaceAll("/detect/parameters", "");
    return Edits.apply(builtIn, List.of(edit))
        .map(files ->
            new Variant("`" + name + "` " + knob.value() + " → " + Edits.written(whole), files));
  }
}
