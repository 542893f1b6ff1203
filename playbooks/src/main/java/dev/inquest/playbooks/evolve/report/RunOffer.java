package dev.inquest.playbooks.evolve.report;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.playbooks.evolve.edit.Edit;
import dev.inquest.playbooks.evolve.guard.GuardCheck;
import dev.inquest.playbooks.evolve.log.Chain;
import dev.inquest.playbooks.evolve.loop.Canary;
import dev.inquest.playbooks.evolve.loop.RunRules;
import dev.inquest.playbooks.evolve.milestone.Comparison;
import dev.inquest.playbooks.evolve.milestone.MilestoneResult;
import dev.inquest.playbooks.evolve.record.Decision;
import dev.inquest.playbooks.evolve.record.RoundRecord;
import dev.inquest.playbooks.evolve.wealth.ConfirmationLimits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run whose record holds offers to adopt, and the evidence for it.
 *
 * @param before the playbooks it began with, text by file name
 * @param after those at its end
 * @param title one line
 * @param description Markdown: each kept change with its wealth, pairs, error and guards
 * @param stated the same in short, by name
 */
public record RunOffer(
    SortedMap<String, String> before,
    SortedMap<String, String> after,
    String title,
    String description,
    Map<String, String> stated) {
  private static final int MAX_DESCRIPTION_CHARS = 28_000;

  public RunOffer {
    before = new TreeMap<>(before);
    after = new TreeMap<>(after);
    stated = new LinkedHashMap<>(stated);
  }

  /**
   * @param read a checked log
   * @param text a file's of the run
   * @throws FailureException {@code run-unproved} where the record is against the rules, {@code
   *     run-not-adoptable} where the run shows nothing to adopt
   */
  public static RunOffer of(Chain.Read read, UnaryOperator<String> text) {
    RunRules rules = new RunRules(read, text);
    rules.check();
    Story story = Story.of(read, text);
    requireWorthy(story);
    return new RunOffer(
        rules.start().files(),
        rules.end().files(),
        "Adopt playbooks with " + changes(story) + " from a run of evolve",
        description(story, read.entries().size()),
        stated(story));
  }

  private static void requireWorthy(Story story) {
    if (story.run().settings().placebo()) {
      throw unfit("it was a placebo, whose labels coins had swapped");
    }
    if (story.kept().isEmpty()) {
      throw unfit("it kept nothing");
    }
    story
        .canaries()
        .forEach((name, decision) -> {
          if (found(decision) != Canary.better(name)) {
            throw unfit("its canary " + name + " was judged wrongly");
          }
        });
    if (story.canaries().isEmpty()) {
      throw unfit("it tried no canaries");
    }
    story.kept().forEach(round -> requireShown(round, story));
  }

  private static boolean found(Decision decision) {
    return decision.decision() == Decision.Choice.KEEP;
  }

  private static void requireShown(RoundRecord round, Story story) {
    Decision decision = round.decision();
    boolean guarded = decision.guards().stream().allMatch(GuardCheck::passed);
    if (decision.wealth() < needed(story) || !guarded || decision.guards().isEmpty()) {
      throw unfit("round " + round.round() + " kept what its own figures do not bear out");
    }
  }

  private static FailureException unfit(String why) {
    return new FailureException(
        Failure.permanent("run-not-adoptable", "run", "nothing of this run is adopted: " + why));
  }

  /** The wealth at which a confirmation crosses. */
  private static double needed(Story story) {
    return 1 / story.run().settings().confirmation().alpha();
  }

  private static String changes(Story story) {
    int kept = story.kept().size();
    return kept == 1 ? "one kept change" : kept + " kept changes";
  }

  private static Map<String, String> stated(Story story) {
    Map<String, String> stated = new LinkedHashMap<>();
    stated.put(
        "verdict",
        "Adopt: "
            + changes(story)
            + " shown to be better on fresh tasks of the arena "
            + story.run().arena()
            + ".");
    stated.put("run", "head " + story.head());
    stated.put("error", figure("%.4f of 0.05 spent", spent(story)));
    stated.put(
        "not_checked",
        "Live incidents. The gain was shown on the arena's own tasks; the playbooks first diagnose"
            + " along, unseen.");
    return stated;
  }

  private static double spent(Story story) {
    return story.finalists().size() * story.run().settings().confirmation().alpha();
  }

  private static String description(Story story, int lines) {
    StringBuilder out = new StringBuilder();
    out.append(head(story, lines)).append("\nKept:\n\n");
    story.kept().forEach(round -> out.append(kept(round, story)));
    out.append(milestone(story.milestones()));
    out.append("\nCanaries, all judged rightly: ")
        .append(String.join(", ", story.canaries().keySet()))
        .append(".\n");
    String all = out.toString();
    return all.length() <= MAX_DESCRIPTION_CHARS
        ? all
        : all.substring(0, MAX_DESCRIPTION_CHARS) + "…\n\nThe rest is in the run's report.\n";
  }

  private static String head(Story story, int lines) {
    return """
    Arena %s, version %s; %d rounds, %d confirmed of at most %d, %d kept; error spent %s of 0.05.

    Record of %d lines, head `%s`. Whoever has the run's folder can check it with
    `inquest evolve --verify DIR`, which must name the same head in `head.json`.
    """
        .formatted(
            story.run().arena(),
            story.run().arenaVersion(),
            story.rounds().size(),
            story.finalists().size(),
            ConfirmationLimits.MOST_FINALISTS,
            story.kept().size(),
            figure("%.4f", spent(story)),
            lines,
            story.head());
  }

  /** The last one's figures; empty where the run had none. */
  private static String milestone(List<MilestoneResult> milestones) {
    if (milestones.isEmpty()) {
      return "";
    }
    MilestoneResult last = milestones.getLast();
    return "\nSealed and fresh tasks that never steered, after round %d, against the first playbooks:\n\n"
            .formatted(last.round())
        + Stream.concat(
                last.sets().stream(),
                Stream.of(Optional.ofNullable(last.pooled()), Optional.ofNullable(last.fresh()))
                    .flatMap(Optional::stream))
            .map(RunOffer::compared)
            .collect(Collectors.joining());
  }

  private static String compared(Comparison found) {
    return String.format(
        Locale.ROOT,
        "- %s: %d tasks, right %d before and %d after, difference %+.1f points (%+.1f to %+.1f)\n",
        found.set(),
        found.tasks(),
        found.start().right(),
        found.now().right(),
        100 * found.difference(),
        100 * found.low(),
        100 * found.high());
  }

  private static String kept(RoundRecord round, Story story) {
    Decision decision = round.decision();
    String edits =
        round.plan().edits().stream().map(Edit::exactly).collect(Collectors.joining("; "));
    return "- round %d: %s\n  - wealth %s after %d fresh pairs, from %s on it is kept; error %s\n%s"
        .formatted(
            round.round(),
            edits,
            figure("%.3g", decision.wealth()),
            decision.pairs(),
            figure("%.3g", needed(story)),
            figure("%.4f", story.run().settings().confirmation().alpha()),
            guards(decision.guards()));
  }

  private static String guards(List<GuardCheck> guards) {
    return guards.stream()
        .map(guard ->
            String.format(
                Locale.ROOT,
                "  - guard %s: %d pairs, gain %.4f, bound %.4f, must be above %.4f\n",
                guard.name(),
                guard.pairs(),
                guard.gain(),
                guard.least(),
                guard.limit()))
        .collect(Collectors.joining());
  }

  private static String figure(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
