package dev.inquest.playbooks.evolve.loop;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.evolve.log.Chain;
import dev.inquest.playbooks.evolve.log.Entry;
import dev.inquest.playbooks.evolve.log.RunFiles;
import dev.inquest.playbooks.evolve.record.Decision;
import dev.inquest.playbooks.evolve.record.EvolveJson;
import dev.inquest.playbooks.evolve.record.MilestoneLimits;
import dev.inquest.playbooks.evolve.record.RoundRecord;
import dev.inquest.playbooks.evolve.record.RunFile;
import dev.inquest.playbooks.evolve.seed.RunKey;
import dev.inquest.playbooks.evolve.wealth.ConfirmationLimits;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What a finished run's record must say whatever was found. The chain is checked before; this needs
 * no arena, as nothing is played again.
 */
public final class RunRules {
  private final Chain.Read read;
  private final UnaryOperator<String> text;
  private final RunFile run;
  private final RunKey key;
  private final Subject.Files start;
  private final List<RunReader.Played> rounds;

  /**
   * @param read the checked log of a run that has ended
   * @param text a file's of the run
   * @throws FailureException where the record is not of its form
   */
  public RunRules(Chain.Read read, UnaryOperator<String> text) {
    this.read = read;
    this.text = text;
    this.run = EvolveJson.read(text.apply(RunFiles.RUN), RunFile.class, RunFiles.RUN);
    String hex = read.entries().getLast().runKey();
    if (hex == null) {
      throw failed("the run has not ended, so its key is not known yet");
    }
    this.key = RunKey.ofHex(hex);
    this.start = RunReader.playbooks(read.entries().getFirst(), text, RunFiles.START);
    this.rounds = RunReader.rounds(read.entries(), text, start);
    if (!start.digest().equals(run.startSha256())) {
      throw failed("the run began with other playbooks than it says");
    }
  }

  public RunFile run() {
    return run;
  }

  RunKey key() {
    return key;
  }

  public List<RunReader.Played> rounds() {
    return rounds;
  }

  /** The playbooks it began with. */
  public Subject.Files start() {
    return start;
  }

  /** The playbooks at its end, as the record has them. */
  public Subject.Files end() {
    return RunReader.playbooks(read.entries().getLast(), text, RunFiles.PLAYBOOKS);
  }

  /**
   * @throws FailureException {@code run-unproved} at the first line that is against the rules
   */
  public void check() {
    if (!key.commitment().equals(run.keySha256())) {
      throw failed("the run key is not the one that was committed to");
    }
    int finalists = 0;
    for (RunReader.Played played : rounds) {
      RoundRecord round = played.round();
      finalists += round.confirmation() ? 1 : 0;
      Decision decision = round.decision();
      if (decision.alphaSpent() != finalists * run.settings().confirmation().alpha()) {
        throw failed(round.round(), "spent another error than it says");
      }
      if (round.confirmation()) {
        committed(played);
      } else if (round.kept()) {
        throw failed(round.round(), "kept what was not confirmed");
      }
    }
    if (finalists > ConfirmationLimits.MOST_FINALISTS) {
      throw failed("more than " + ConfirmationLimits.MOST_FINALISTS + " were confirmed");
    }
    milestonesAreThere();
    if (!end().equals(after(rounds.size()))) {
      throw failed("the playbooks at the end are not those that were kept");
    }
  }

  private void committed(RunReader.Played played) {
    int round = played.round().round();
    Decision decision = played.round().decision();
    boolean before =
        read.entries().subList(0, played.at()).stream()
            .anyMatch(e ->
                e.kind() == Entry.Kind.COMMIT
                    && e.round() == round
                    && decision.candidateSha256().equals(e.candidateSha256())
                    && e.at().equals(decision.committedAt()));
    if (!before) {
      throw failed(round, "drew pairs for a candidate that it had not committed to");
    }
    String seed = key.confirmation(round, decision.candidateSha256()).hex();
    if (!seed.equals(decision.seed())) {
      throw failed(round, "has another seed than follows from key and candidate");
    }
  }

  /** One at the start, each so many rounds and at the end, each when it says it was. */
  private void milestonesAreThere() {
    MilestoneLimits limits = run.settings().milestones();
    if (limits != null) {
      SortedSet<Integer> reached = milestones();
      for (int round = 0; round <= rounds.size(); round++) {
        if ((limits.due(round) || round == rounds.size()) && !reached.contains(round)) {
          throw failed("there is no milestone after round " + round);
        }
      }
    }
    int played = 0;
    for (Entry entry : read.entries()) {
      played += entry.kind() == Entry.Kind.ROUND ? 1 : 0;
      if (entry.kind() == Entry.Kind.MILESTONE && entry.round() != played) {
        throw failed("a milestone was reached at another time than it says");
      }
    }
  }

  /** The playbooks after so many rounds. */
  Subject.Files after(int number) {
    if (number == 0) {
      return start;
    }
    RunReader.Played last = rounds.get(number - 1);
    return last.round().kept() ? last.candidate() : last.incumbent();
  }

  /** That in which the round after so many is played. */
  Season season(int number) {
    List<RoundRecord> before =
        rounds.subList(0, number).stream().map(RunReader.Played::round).toList();
    return Season.after(before, run.settings().newPoolAfter());
  }

  /** After which rounds there are any. */
  SortedSet<Integer> milestones() {
    return read.entries().stream()
        .filter(e -> e.kind() == Entry.Kind.MILESTONE)
        .map(Entry::round)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static FailureException failed(int round, String what) {
    return failed("round " + round + " " + what);
  }

  static FailureException failed(String message) {
    return new FailureException(Failure.permanent("run-unproved", "run", message));
  }
}
