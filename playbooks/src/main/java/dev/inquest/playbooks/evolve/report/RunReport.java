package dev.inquest.playbooks.evolve.report;

import dev.inquest.playbooks.evolve.edit.Edit;
import dev.inquest.playbooks.evolve.guard.GuardCheck;
import dev.inquest.playbooks.evolve.log.Chain;
import dev.inquest.playbooks.evolve.loop.Canary;
import dev.inquest.playbooks.evolve.memory.Patterns;
import dev.inquest.playbooks.evolve.record.Decision;
import dev.inquest.playbooks.evolve.record.RoundRecord;
import dev.inquest.playbooks.evolve.record.Settings;
import dev.inquest.playbooks.evolve.wealth.ConfirmationLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What a run did, for people: the curve, what was kept and why, the canaries, what still fails. */
public final class RunReport {
  private static final String TITLE = "A run of the learning loop";

  private final Story story;
  private final List<Block> blocks = new ArrayList<>();

  private RunReport(Story story) {
    this.story = story;
  }

  /** The same in two forms. */
  public record Written(String markdown, String html) {}

  /**
   * @param read a checked log
   * @param text a file's of the run
   */
  public static Written of(Chain.Read read, UnaryOperator<String> text) {
    RunReport report = new RunReport(Story.of(read, text));
    report.write();
    return new Written(MarkdownWriter.write(report.blocks), HtmlWriter.write(TITLE, report.blocks));
  }

  private void write() {
    summary();
    curve();
    blocks.addAll(MilestoneTable.of(story.milestones()));
    kept();
    refused();
    canaries();
    kinds();
    open();
  }

  private void summary() {
    Settings settings = story.run().settings();
    double alpha = settings.confirmation().alpha();
    int finalists = story.finalists().size();
    blocks.add(new Block.Heading(1, TITLE));
    String ended = story.ended();
    blocks.add(new Block.Text(ended == null ? "It has not ended." : "It ended: " + ended + "."));
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("arena", story.run().arena() + " " + story.run().arenaVersion()));
    rows.add(List.of("search", word(settings.arm()) + ", seed " + settings.seed()));
    rows.add(List.of("labels", settings.placebo() ? "swapped by coins (placebo)" : "as they are"));
    rows.add(List.of("rounds", story.rounds().size() + " of " + settings.rounds()));
    rows.add(List.of("kept", Integer.toString(story.kept().size())));
    rows.add(List.of("confirmations", finalists + " of " + ConfirmationLimits.MOST_FINALISTS));
    rows.add(List.of("error spent", number("%.4f", finalists * alpha)));
    rows.add(
        List.of(
            "error left", number("%.4f", (ConfirmationLimits.MOST_FINALISTS - finalists) * alpha)));
    long trials = story.rounds().stream().mapToLong(r -> r.decision().cost().trials()).sum();
    rows.add(List.of("trials", Long.toString(trials)));
    rows.add(List.of("head", story.head()));
    blocks.add(new Block.Table(List.of("", ""), rows));
  }

  private void curve() {
    if (!story.rounds().isEmpty()) {
      blocks.add(new Block.Heading(2, "Score on the pool"));
      blocks.add(
          new Block.Text(
              "The pool is looked at in every round, so this shows where the search went and proves"
                  + " nothing; the proof of each step is in its fresh pairs. After a confirmation, and"
                  + " after some rounds without one, the pool may be new, and the curve jumps with it."));
      blocks.add(
          new Block.Chart(
              "Score of the incumbent on the pool by round",
              story.rounds().stream().map(r -> r.decision().score()).toList(),
              story.kept().stream().map(RoundRecord::round).toList()));
    }
  }

  private void kept() {
    blocks.add(new Block.Heading(2, "What was kept"));
    if (story.kept().isEmpty()) {
      blocks.add(new Block.Text("Nothing."));
      return;
    }
    blocks.add(confirmations(story.kept()));
    blocks.add(new Block.Heading(3, "Its guards"));
    List<List<String>> rows = new ArrayList<>();
    for (RoundRecord round : story.kept()) {
      for (GuardCheck guard : round.decision().guards()) {
        rows.add(
            List.of(
                Integer.toString(round.round()),
                guard.name(),
                Integer.toString(guard.pairs()),
                number("%.4f", guard.gain()),
                number("%.4f", guard.least()),
                number("%.4f", guard.limit())));
      }
    }
    blocks.add(new Block.Table(List.of("round", "guard", "pairs", "gain", "bound", "limit"), rows));
  }

  private void refused() {
    List<RoundRecord> refused = story.finalists().stream().filter(r -> !r.kept()).toList();
    blocks.add(new Block.Heading(2, "What was confirmed and not kept"));
    blocks.add(refused.isEmpty() ? new Block.Text("Nothing.") : confirmations(refused));
  }

  private static Block confirmations(List<RoundRecord> rounds) {
    List<List<String>> rows = new ArrayList<>();
    for (RoundRecord round : rounds) {
      Decision decision = round.decision();
      rows.add(
          List.of(
              Integer.toString(round.round()),
              round.plan().edits().stream().map(Edit::exactly).collect(Collectors.joining("; ")),
              decision.reason(),
              Integer.toString(decision.pairs()),
              number("%.3g", decision.wealth())));
    }
    return new Block.Table(List.of("round", "edits", "reason", "fresh pairs", "wealth"), rows);
  }

  private void canaries() {
    blocks.add(new Block.Heading(2, "Canaries"));
    List<List<String>> rows = new ArrayList<>();
    story
        .canaries()
        .forEach((name, decision) -> {
          boolean kept = decision.decision() == Decision.Choice.KEEP;
          rows.add(
              List.of(
                  name,
                  kept == Canary.better(name) ? "rightly" : "WRONGLY",
                  kept ? "found to be better" : "rejected",
                  decision.reason()));
        });
    blocks.add(new Block.Table(List.of("canary", "judged", "as", "reason"), rows));
  }

  private void kinds() {
    TreeMap<String, int[]> counts = new TreeMap<>();
    for (RoundRecord round : story.rounds()) {
      if (!round.confirmation() && round.plan().kind() != null) {
        String key = word(round.plan().kind()) + " | " + Patterns.name(round.plan().aim());
        int[] count = counts.computeIfAbsent(key, k -> new int[2]);
        count[0]++;
        count[1] += round.gain() > 0 ? 1 : 0;
      }
    }
    List<List<String>> rows = new ArrayList<>();
    counts.forEach((key, count) -> {
      String[] parts = key.split(" \\| ", -1);
      rows.add(List.of(parts[0], parts[1], Integer.toString(count[0]), Integer.toString(count[1])));
    });
    blocks.add(new Block.Heading(2, "What was tried against what"));
    blocks.add(
        new Block.Table(List.of("kind of edit", "failure", "tried", "gained on the pool"), rows));
  }

  private void open() {
    blocks.add(new Block.Heading(2, "Failures still open"));
    blocks.add(new Block.Text("On the pool, at the start of the last round, dearest first."));
    List<List<String>> rows =
        story
            .criticism()
            .lines()
            .filter(line -> line.startsWith("| "))
            .map(line -> List.of(line.substring(2, line.length() - 2).split(" \\| ", -1)))
            .filter(cells -> cells.size() == 6 && !cells.getFirst().equals("failure"))
            .toList();
    blocks.add(
        new Block.Table(
            List.of("failure", "class", "tasks", "no answer", "confidently wrong", "cost"), rows));
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
