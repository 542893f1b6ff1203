package dev.inquest.playbooks.evolve.loop;

import dev.inquest.playbooks.evolve.edit.Edit;
import dev.inquest.playbooks.evolve.edit.EditKind;
import dev.inquest.playbooks.evolve.edit.Edits;
import dev.inquest.playbooks.evolve.memory.Patterns;
import dev.inquest.playbooks.evolve.play.Scout;
import dev.inquest.playbooks.evolve.propose.Proposal;
import dev.inquest.playbooks.evolve.propose.Proposer;
import dev.inquest.playbooks.evolve.propose.RandomProposer;
import dev.inquest.playbooks.evolve.propose.Recombination;
import dev.inquest.playbooks.evolve.propose.TypedSearch;
import dev.inquest.playbooks.evolve.propose.View;
import dev.inquest.playbooks.evolve.record.Arm;
import dev.inquest.playbooks.evolve.record.RoundRecord;
import dev.inquest.playbooks.evolve.record.Settings;
import dev.inquest.playbooks.evolve.record.Step;
import dev.inquest.playbooks.evolve.record.Strategy;
import dev.inquest.playbooks.evolve.seed.SeedStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a round does: confirm what is due, mend what was refused, or seek something new. */
final class Planner {
  /** Apart from the numbers of proposals. */
  private static final int MENDING = 1_000_000;

  private final Settings settings;
  private final History history;
  private final Proposer proposer;
  private final Promotion promotion;
  private final Scout scout;
  private final Pruning pruning;
  private final Mending mending;

  Planner(Settings settings, History history, Proposer proposer, Scout scout, Mending mending) {
    this.settings = settings;
    this.history = history;
    this.proposer = proposer;
    this.promotion = new Promotion(settings, history, scout.looksAhead(), this::vetoed);
    this.scout = scout;
    this.pruning = new Pruning(scout::value);
    this.mending = mending;
  }

  static Proposer proposer(Arm arm) {
    return switch (arm) {
      case FULL -> new TypedSearch(true, true);
      case NO_MEMORY -> new TypedSearch(false, true);
      case NO_CRITICISM -> new TypedSearch(true, false);
      case RANDOM_PROPOSER -> new RandomProposer();
    };
  }

  Planned plan(int round, Patterns criticism) {
    boolean atOnce = settings.confirmEvery() == 1;
    Step step = atOnce && promotion.finalistsLeft() ? Step.CONFIRM : Step.SCREEN;
    int since = scout.looksAhead() ? season().since() : 0;
    Plans plans = new Plans(round, strategy(), step, history, since);
    List<RoundRecord> due = atOnce ? List.of() : promotion.due();
    return due.isEmpty()
        ? mended(round, plans).orElseGet(() -> sought(round, criticism, plans))
        : confirming(round, due, plans);
  }

  /** What holds where nobody has looked yet; nothing where nothing does. */
  private Planned confirming(int round, List<RoundRecord> due, Plans plans) {
    Rehearsal rehearsal = new Rehearsal(scout, history.incumbent());
    Rehearsal.Held best = rehearsal.best(due);
    if (best.holds()) {
      return confirming(round, best, new Pruning(rehearsal::value), plans);
    }
    String what = "of " + due.size() + " that the pool promises none gains more than chance might";
    return plans.nothing(best.screened().round(), what + ": the best, " + best.told());
  }

  private Planned confirming(int round, Rehearsal.Held held, Pruning pruning, Plans plans) {
    RoundRecord screened = held.screened();
    List<Edit> all = screened.plan().edits();
    List<Edit> pruned = pruning.of(history.incumbent(), all);
    List<Edit> edits = spared(round, pruned);
    int idle = all.size() - pruned.size();
    int costly = pruned.size() - edits.size();
    String why =
        "the best, "
            + held.told()
            + (idle == 0 ? "" : ", without what did nothing: " + idle + " edits")
            + (costly == 0 ? "" : ", without what the guards would refuse: " + costly + " edits");
    return plans.confirming(screened, edits, why);
  }

  /** Without what would cost most where the guards refused a finalist before. */
  private List<Edit> spared(int round, List<Edit> edits) {
    return remembers()
        ? mending
            .of(history.incumbent(), edits, history.refusedClasses(), mendingSeeds(round))
            .orElse(edits)
        : edits;
  }

  /** What was refused in the round before, mended; empty where that looks no better any more. */
  private Optional<Planned> mended(int round, Plans plans) {
    return remembers() && promotion.finalistsLeft()
        ? history.refused().flatMap(refused -> mended(round, refused, plans))
        : Optional.empty();
  }

  private Optional<Planned> mended(int round, RoundRecord refused, Plans plans) {
    List<Edit> edits = refused.plan().edits();
    Set<String> classes = refused.decision().refusedClasses();
    Looks looks = new Looks(scout, history.incumbent());
    mending
        .of(history.incumbent(), edits, classes, mendingSeeds(round))
        .map(left -> {
          String why =
              "what the guards refused for "
                  + String.join(", ", classes)
                  + ", without what cost most there: "
                  + (edits.size() - left.size())
                  + " of "
                  + edits.size()
                  + " edits";
          return new Proposal(left, EditKind.RECOMBINATION, refused.plan().aim(), why);
        })
        .flatMap(plans::of)
        .ifPresent(planned -> looks.add(planned, false));
    return looks.height() == null ? Optional.empty() : looks.best();
  }

  private SeedStream mendingSeeds(int round) {
    return luck(round).child(MENDING);
  }

  private SeedStream luck(int round) {
    return new SeedStream(settings.seed()).child(round);
  }

  private boolean remembers() {
    return settings.arm() != Arm.NO_MEMORY && settings.confirmEvery() > 1;
  }

  private Planned sought(int round, Patterns criticism, Plans plans) {
    Season season = season();
    int since = season.since();
    View view = new View(history.incumbent(), criticism, blinded(), since, strategy());
    RoundSearch search =
        new RoundSearch(settings, proposer, scout, pruning, history.incumbent(), plans);
    return search
        .best(view, remembers() ? history.looked(season) : List.of(), again(since), luck(round))
        .orElseGet(
            () -> plans.nothing("nothing new was proposed in " + search.attempts() + " attempts"));
  }

  private Season season() {
    return history.season(settings.newPoolAfter());
  }

  /** What gained on earlier pools, where this one is new. */
  private List<Proposal> again(int since) {
    boolean begins = since > 0 && history.rounds().size() == since;
    return begins && remembers() ? new Recombination(history.rounds()).again() : List.of();
  }

  private boolean vetoed(RoundRecord screened) {
    return Edits.apply(history.incumbent(), screened.plan().edits())
        .map(candidate -> scout.vetoed(history.incumbent(), candidate))
        .orElse(true);
  }

  /** The next one for each so many rounds without a keep. */
  private Strategy strategy() {
    Strategy[] all = Strategy.values();
    return all[history.idle() / settings.newStrategyAfter() % all.length];
  }

  /** Proposers learn what happened, and not by which seeds. */
  private List<RoundRecord> blinded() {
    return history.rounds().stream()
        .map(r -> new RoundRecord(r.plan(), r.decision().withoutSeed()))
        .toList();
  }
}
