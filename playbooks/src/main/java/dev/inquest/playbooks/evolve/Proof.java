package dev.inquest.playbooks.evolve;

import dev.inquest.playbooks.evolve.log.Chain;
import dev.inquest.playbooks.evolve.log.Verification;
import dev.inquest.playbooks.evolve.loop.Rerun;
import dev.inquest.playbooks.evolve.play.Workers;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/** {@code --verify}: the record first, the rules next, then rounds played again. */
final class Proof {
  private final Arenas arenas;
  private final Arenas.Request request;
  private final Workers workers;
  private final PrintWriter err;

  Proof(Arenas arenas, Arenas.Request request, Workers workers, PrintWriter err) {
    this.arenas = arenas;
    this.request = request;
    this.workers = workers;
    this.err = err;
  }

  /**
   * @throws dev.inquest.failure.FailureException at the first thing that is not proved
   */
  void of(Path path, boolean all) {
    RunFolder folder = new RunFolder(path);
    Chain.Read read = Verification.verify(path);
    say("record: " + read.entries().size() + " lines and all their files are as written");
    Rerun rerun = new Rerun(arenas.open(request), workers, read, folder::text);
    rerun.rules();
    say("rules: key, seeds, order, error and playbooks are as they must be");
    Collection<Integer> rounds =
        all ? IntStream.rangeClosed(1, rerun.rounds()).boxed().toList() : rerun.sample();
    for (int round : rounds) {
      rerun.round(round);
      say("round " + round + ": the same again, bit for bit");
    }
    for (int round : all ? rerun.milestones() : List.<Integer>of()) {
      rerun.milestone(round);
      say("milestone after round " + round + ": the same again, byte for byte");
    }
  }

  private void say(String line) {
    err.println(line);
    err.flush();
  }
}
