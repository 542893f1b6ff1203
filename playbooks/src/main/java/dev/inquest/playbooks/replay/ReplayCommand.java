package dev.inquest.playbooks.replay;

import dev.inquest.analysis.streaming.StreamingSettings;
import dev.inquest.failure.FailureException;
import dev.inquest.investigation.StatisticalEngine;
import dev.inquest.memory.PastIncidents;
import dev.inquest.playbook.Catalogue;
import dev.inquest.playbooks.casefile.CaseReader;
import dev.inquest.playbooks.format.CatalogueLoader;
import dev.inquest.playbooks.memory.MemoryFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code inquest replay}: diagnoses of frozen cases on standard output, and nothing else there. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = "Diagnoses frozen incidents from their folders, offline.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:every case was diagnosed",
      "2:the command line is wrong",
      "3:some case could not be read; its line says why"
    })
public final class ReplayCommand implements Callable<Integer> {
  private static final int DONE = 0;
  private static final int PARTIAL = 3;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "Case folders, or folders of cases.")
  private List<Path> paths = List.of();

  @Option(names = "--jsonl", description = "One line of JSON a case, in the order given.")
  private boolean jsonl;

  @Option(
      names = "--playbooks",
      paramLabel = "DIR",
      description = "A folder of playbooks instead of the built-in ones.")
  private @Nullable Path playbooks;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "text (default), json or md.")
  private OutputFormat output = OutputFormat.TEXT;

  @Option(
      names = "--nab",
      description =
          "With --jsonl, for cases of one series: no diagnosis, but how anomalous each row is, from 0 "
              + "to 1, judged by the rows up to it.")
  private boolean nab;

  @Option(
      names = "--memory",
      paramLabel = "DIR",
      description =
          "A folder of past incidents, cases/<case-id>/ with their answers in truth.jsonl, as "
              + "evidence.")
  private @Nullable Path memory;

  @Override
  public Integer call() {
    refuseWhatCannotBe();
    Catalogue catalogue =
        playbooks == null ? CatalogueLoader.builtIn() : CatalogueLoader.from(playbooks);
    List<Path> cases = paths.stream().flatMap(p -> cases(p).stream()).toList();
    PrintWriter out = spec.commandLine().getOut();
    return nab ? score(cases, catalogue, out) : diagnose(cases, catalogue, out);
  }

  private static int score(List<Path> cases, Catalogue catalogue, PrintWriter out) {
    SeriesScores scores = new SeriesScores(StreamingSettings.of(catalogue));
    boolean failed = false;
    for (Path folder : cases) {
      SeriesScores.Line line = scores.line(folder);
      failed |= !line.scored();
      out.println(line.json());
      out.flush();
    }
    return failed ? PARTIAL : DONE;
  }

  private int diagnose(List<Path> cases, Catalogue catalogue, PrintWriter out) {
    PastIncidents past = remembered();
    EngineFactory engines = (of, limits, clock) -> new StatisticalEngine(of, limits, clock, past);
    Replay replay = new Replay(catalogue, engines, System::nanoTime);
    List<ReplayOutcome> outcomes = new ArrayList<>();
    for (Path folder : cases) {
      ReplayOutcome outcome = replay.run(folder);
      outcomes.add(outcome);
      if (jsonl) {
        out.println(outcome.line());
        out.flush();
      }
    }
    if (!jsonl) {
      out.print(ReplayReport.of(outcomes, output));
      out.flush();
    }
    boolean failed = outcomes.stream().anyMatch(o -> o instanceof ReplayOutcome.Failed);
    return failed ? PARTIAL : DONE;
  }

  /** A path that holds no case still gets its line, which says why. */
  private static List<Path> cases(Path path) {
    try {
      return CaseReader.cases(path);
    } catch (FailureException e) {
      return List.of(path);
    }
  }

  private void refuseWhatCannotBe() {
    if (nab && !jsonl) {
      throw new ParameterException(spec.commandLine(), "--nab prints lines: give --jsonl too.");
    }
    if (nab && memory != null) {
      throw new ParameterException(
          spec.commandLine(), "--nab looks at single series: --memory has nothing to say of them.");
    }
  }

  private PastIncidents remembered() {
    if (memory == null) {
      return PastIncidents.NONE;
    }
    try {
      return MemoryFolder.read(memory);
    } catch (FailureException e) {
      throw new ParameterException(spec.commandLine(), "--memory: " + e.failure().message(), e);
    }
  }
}
