package dev.inquest.playbooks.evolve.memory;

import dev.inquest.playbooks.evolve.edit.Edit;
import dev.inquest.playbooks.evolve.guard.GuardCheck;
import dev.inquest.playbooks.evolve.record.Decision;
import dev.inquest.playbooks.evolve.record.Look;
import dev.inquest.playbooks.evolve.record.Plan;
import dev.inquest.playbooks.evolve.record.RoundRecord;
import dev.inquest.playbooks.evolve.record.Screening;
import dev.inquest.playbooks.format.Lesson;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The Markdown of one round: what was tried, what happened, numbers, what was learned so far. */
public final class RoundMemory {
  private RoundMemory() {}

  public static String markdown(RoundRecord round, List<Lesson> lessons) {
    StringBuilder out = new StringBuilder();
    out.append("# Round ").append(round.round()).append("\n\n## What was tried\n\n");
    tried(out, round.plan());
    looked(out, round.plan().looks());
    out.append("\n## What happened\n\n- ").append(word(round.decision().decision())).append(": ");
    out.append(round.decision().reason()).append("\n\n## Numbers\n\n");
    numbers(out, round.decision());
    out.append("\n## Lessons\n\n");
    lessons.forEach(lesson -> out.append(lesson).append('\n'));
    if (lessons.isEmpty()) {
      out.append("None yet.\n");
    }
    return out.toString();
  }

  private static void tried(StringBuilder out, Plan plan) {
    out.append("- ").append(word(plan.step())).append(", ").append(word(plan.strategy()));
    if (plan.aim() != null) {
      out.append(", against ").append(Patterns.name(plan.aim()));
    }
    out.append(": ").append(plan.why()).append('\n');
    for (Edit edit : plan.edits()) {
      out.append("- ").append(edit.exactly()).append('\n');
    }
  }

  private static void looked(StringBuilder out, List<Look> looks) {
    if (!looks.isEmpty()) {
      out.append("\n## What was looked at on the way\n\n");
      looks.forEach(look -> out.append(line(look)));
    }
  }

  private static String line(Look look) {
    Screening on = look.screening();
    String found =
        look.matters()
            ? String.format(
                Locale.ROOT,
                "%d won and %d lost of %d, belief in the truth %+.2f, harm %+.2f",
                on.wins(),
                on.losses(),
                on.tasks(),
                look.belief(),
                look.harm())
            : "does not matter on " + on.tasks() + " tasks";
    String edits = look.edits().stream().map(Edit::exactly).collect(Collectors.joining("; "));
    return "- " + found + ": " + edits + '\n';
  }

  private static void numbers(StringBuilder out, Decision decision) {
    out.append(String.format(Locale.ROOT, "- score on the pool: %.4f\n", decision.score()));
    Screening screening = decision.screening();
    if (screening != null) {
      out.append(
          String.format(
              Locale.ROOT,
              "- of %d tasks of the pool: %d won, %d lost\n",
              screening.tasks(),
              screening.wins(),
              screening.losses()));
    }
    if (decision.seed() != null) {
      out.append(
          String.format(
              Locale.ROOT,
              "- fresh pairs: %d, wealth %.3g\n",
              decision.pairs(),
              decision.wealth()));
    }
    decision.guards().forEach(guard -> out.append(line(guard)));
    out.append(String.format(Locale.ROOT, "- error spent so far: %.4f\n", decision.alphaSpent()));
  }

  private static String line(GuardCheck guard) {
    return String.format(
        Locale.ROOT,
        "- guard %s: %s, bound %.4f against %.4f on %d pairs\n",
        Patterns.plain(guard.name()),
        guard.passed() ? "passed" : "not passed",
        guard.least(),
        guard.limit(),
        guard.pairs());
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
