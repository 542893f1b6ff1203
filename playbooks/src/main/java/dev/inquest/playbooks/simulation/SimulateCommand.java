package dev.inquest.playbooks.simulation;

import dev.inquest.playbooks.casefile.CaseWriter;
import dev.inquest.playbooks.casefile.TruthJson;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code inquest simulate}: writes made-up incidents with their answers. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description =
        "Writes labelled incidents, made from a seed, to DIR/cases and DIR/truth.jsonl. The same "
            + "seed gives the same bytes.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:all cases are written",
      "1:the disk refused",
      "2:the command line is wrong, or DIR holds something already"
    })
public final class SimulateCommand implements Callable<Integer> {
  private static final int MOST = 100_000;
  private static final int TELL_EVERY = 100;

  @Spec private CommandSpec spec;

  @Option(
      names = "--count",
      required = true,
      paramLabel = "N",
      description = "How many, 1 to 100000.")
  private int count;

  @Option(
      names = "--seed",
      required = true,
      paramLabel = "S",
      description = "Any whole number of 64 bits.")
  private long seed;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "A folder that is empty or not there yet.")
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    if (count < 1 || count > MOST) {
      throw refused("--count must be 1 to " + MOST + ", not " + count + ".");
    }
    prepare();
    Simulator simulator = new Simulator();
    try (OutputStream truth = Files.newOutputStream(out.resolve("truth.jsonl"))) {
      for (int i = 0; i < count; i++) {
        SimulatedCase made = simulator.make(Simulator.seed(seed, i));
        CaseWriter.write(out.resolve("cases").resolve(made.answer().caseId()), made.file());
        truth.write((TruthJson.line(made.answer()) + "\n").getBytes(StandardCharsets.UTF_8));
        tell(i + 1);
      }
    }
    PrintWriter told = spec.commandLine().getOut();
    told.println(count + (count == 1 ? " case in " : " cases in ") + out);
    told.flush();
    return 0;
  }

  private void prepare() throws IOException {
    if (Files.exists(out) && !Files.isDirectory(out)) {
      throw refused("--out: " + out + " is not a folder.");
    }
    if (Files.isDirectory(out)) {
      try (Stream<Path> inside = Files.list(out)) {
        if (inside.findAny().isPresent()) {
          throw refused("--out: " + out + " is not empty; give a new folder.");
        }
      }
    }
    Files.createDirectories(out.resolve("cases"));
  }

  private void tell(int done) {
    if (done % TELL_EVERY == 0) {
      PrintWriter err = spec.commandLine().getErr();
      err.println(done + " of " + count);
      err.flush();
    }
  }

  private ParameterException refused(String why) {
    return new ParameterException(spec.commandLine(), why);
  }
}
