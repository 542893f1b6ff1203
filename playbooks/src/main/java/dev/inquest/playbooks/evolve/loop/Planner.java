package dev.inquest.playbooks.evolve.loop;

import dev.inquest.playbooks.arena.Subject;
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
import dev.inquest.playbooks.evolve.record.Plan;
import dev.inquest.playbooks.evolve.record.RoundRecord;
import dev.inquest.playbooks.evolve.record.Settings;
import dev.inquest.playbooks.evolve.record.Step;
import dev.inquest.playbooks.evolve.record.Strategy;
import dev.inquest.playbooks.evolve.seed.SeedStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a round does: confirm what is due, put together, or ask the proposer for something new. */
final class Planner {
  private static final int ATTEMPTS = 30;
  private static final int ATTEMPTS_A_QUICK_LOOK = 2;
  private static final int FEWER_BESIDE_QUICK = 2;

  /** Apart from the numbers of proposals. */
  private static final int MENDING = 1_000_000;

  /** From then on what does nothing is taken out. */
  static final int MANY_EDITS = Recombination.MOST_EDITS / 3;

  private final Settings settings;
  private final History history;
  private final Proposer proposer;
  private final Promotion promotion;
  private final LoopDetector loops;
  private final Scout scout;
  private final Pruning pruning;
  private final Mending mending;
  private int discarded;

  Planner(Settings settings, History history, Proposer proposer, Scout scout, Mending mending) {
    this.settings = settings;
    this.history = history;
    this.proposer = proposer;
    this.promotion = new Promotion(settings, history, this::vetoed);
    this.loops = new LoopDetector(history);
    this.scout = scout;
    this.pruning = new Pruning(scout);
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

  /** A plan and the playbooks that it means. */
  record Planned(Plan plan, Subject.Files candidate) {}

  Planned plan(int round, Patterns criticism) {
    discarded = 0;
    Strategy strategy = strategy();
    Optional<RoundRecord> due = settings.confirmEvery() > 1 ? promotion.due() : Optional.empty();
    return due.map(screened -> confirming(round, screened, strategy))
        .or(() -> mended(round, strategy))
        .or(() -> bundled(round, strategy))
        .or(() -> proposed(round, criticism, strategy))
        .orElseGet(() -> nothing(round, strategy));
  }

  private Planned confirming(int round, RoundRecord screened, Strategy strategy) {
    Plan of = screened.plan();
    List<Edit> pruned = pruning.of(history.incumbent(), of.edits());
    List<Edit> edits = rehearsed(round, pruned);
    int idle = of.edits().size() - pruned.size();
    int costly = pruned.size() - edits.size();
    String why =
        "the best on the pool, of round "
            + screened.round()
            + (idle == 0 ? "" : ", without what did nothing: " + idle + " edits")
            + (costly == 0 ? "" : ", without what the guards would refuse: " + costly + " edits");
    Plan plan =
        new Plan(round, Step.CONFIRM, edits, of.kind(), of.aim(), strategy, of.round(), 0, why);
    return new Planned(plan, Edits.apply(history.incumbent(), edits).orElseThrow());
  }

  /** Without what would cost most where the guards refused a finalist before. */
  private List<Edit> rehearsed(int round, List<Edit> edits) {
    return remembers()
        ? mending
            .of(history.incumbent(), edits, history.refusedClasses(), mendingSeeds(round))
            .orElse(edits)
        : edits;
  }

  private SeedStream mendingSeeds(int round) {
    return new SeedStream(settings.seed()).child(round).child(MENDING);
  }

  /** What was refused in the round before, mended; empty where that looks no better any more. */
  private Optional<Planned> mended(int round, Strategy strategy) {
    return remembers() && promotion.finalistsLeft()
        ? history.refused().flatMap(refused -> mended(round, refused, strategy))
        : Optional.empty();
  }

  private Optional<Planned> mended(int round, RoundRecord refused, Strategy strategy) {
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
        .flatMap(proposal -> planned(round, proposal, strategy))
        .ifPresent(planned -> looks.add(planned, false));
    return looks.height() == null ? Optional.empty() : looks.best();
  }

  private boolean remembers() {
    return settings.arm() != Arm.NO_MEMORY && settings.confirmEvery() > 1;
  }

  private Optional<Planned> bundled(int round, Strategy strategy) {
    return remembers() && promotion.bundles()
        ? new Recombination(history.rounds())
            .whole()
            .flatMap(proposal -> planned(round, proposal, strategy))
            .filter(planned -> !scout.vetoed(history.incumbent(), planned.candidate()))
        : Optional.empty();
  }

  private Optional<Planned> proposed(int round, Patterns criticism, Strategy strategy) {
    View view = new View(history.incumbent(), criticism, blinded(), strategy);
    SeedStream luck = new SeedStream(settings.seed()).child(round);
    Looks looks = new Looks(scout, history.incumbent());
    for (int i = 0; i < attempts() && (room(looks, true) || room(looks, false)); i++) {
      Optional<Proposal> proposal = proposer.propose(view.after(looks.height()), luck.child(i));
      Optional<Planned> planned = proposal.flatMap(p -> planned(round, p, strategy));
      if (planned.isPresent()) {
        boolean cheap = cheap(proposal.orElseThrow(), planned.get());
        if (room(looks, cheap) && further(proposal.get(), planned.get())) {
          if (settings.looks() == 1) {
            return planned;
          }
          looks.add(planned.get(), cheap);
        }
      }
    }
    looks
        .together()
        .flatMap(proposal -> planned(round, proposal, strategy))
        .ifPresent(p -> looks.add(p, false));
    return looks.best().map(best -> lighter(best, looks));
  }

  /** So that a climb can go on, and carries nothing that did nothing. */
  private Planned lighter(Planned best, Looks looks) {
    Plan plan = best.plan();
    if (plan.edits().size() <= MANY_EDITS) {
      return best;
    }
    List<Edit> edits = pruning.of(history.incumbent(), plan.edits());
    return Edits.apply(history.incumbent(), edits)
        .filter(files -> !loops.repeats(files, edits))
        .map(files -> looks.instead(new Planned(plan.with(edits), files)))
        .orElse(best);
  }

  private int attempts() {
    return ATTEMPTS + ATTEMPTS_A_QUICK_LOOK * quickLooks();
  }

  /** None where no look is cheap, not even at what is there. */
  private int quickLooks() {
    return scout.cheap(history.incumbent(), history.incumbent()) ? settings.quickLooks() : 0;
  }

  private boolean room(Looks looks, boolean cheap) {
    int others = quickLooks() == 0 ? settings.looks() : settings.looks() / FEWER_BESIDE_QUICK;
    return looks.mattering(cheap) < (cheap ? quickLooks() : Math.max(1, others));
  }

  private boolean cheap(Proposal proposal, Planned planned) {
    return scout.cheap(there(proposal), planned.candidate());
  }

  /** Where it sets out. */
  private Subject.Files there(Proposal proposal) {
    return Edits.apply(history.incumbent(), proposal.from()).orElse(history.incumbent());
  }

  /** Most steps of a climb do nothing; then it is as good as what was screened, and no news. */
  private boolean further(Proposal proposal, Planned planned) {
    return proposal.from().isEmpty() || scout.apart(there(proposal), planned.candidate());
  }

  private Optional<Planned> planned(int round, Proposal proposal, Strategy strategy) {
    Optional<Subject.Files> candidate =
        Edits.apply(history.incumbent(), proposal.edits())
            .filter(files -> !loops.repeats(files, proposal.edits()));
    if (candidate.isEmpty()) {
      discarded++;
    }
    boolean atOnce = settings.confirmEvery() == 1 && promotion.finalistsLeft();
    return candidate.map(files ->
        new Planned(
            new Plan(
                round,
                atOnce ? Step.CONFIRM : Step.SCREEN,
                proposal.edits(),
                proposal.kind(),
                proposal.aim(),
                strategy,
                0,
                discarded,
                proposal.why()),
            files));
  }

  private boolean vetoed(RoundRecord screened) {
    return Edits.apply(history.incumbent(), screened.plan().edits())
        .map(candidate -> scout.vetoed(history.incumbent(), candidate))
        .orElse(true);
  }

  private Planned nothing(int round, Strategy strategy) {
    String why = "nothing new was proposed in " + attempts() + " attempts";
    return new Planned(
        new Plan(round, Step.NOTHING, List.of(), null, null, strategy, 0, discarded, why),
        history.incumbent());
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
