package dev.inquest.playbooks.memory;

import static java.util.stream.Collectors.joining;

import dev.inquest.playbooks.criticism.Aftermath;
import dev.inquest.playbooks.criticism.Criticism;
import dev.inquest.playbooks.criticism.Grade;
import dev.inquest.playbooks.format.Lesson;
import dev.inquest.verification.Examined;
import dev.inquest.verification.Outcome;
import dev.inquest.verification.Verification;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The Markdown written after a live incident: what was tried, what happened, numbers, what was
 * learned. It holds names of tests, playbooks, states and ids, and no text from telemetry, senders
 * or repositories: what is remembered may steer what is done next.
 *
 * @param phases seconds by phase of recovery; null where one is not known
 * @param playbooksSha256 of the catalogue that was used
 */
public record IncidentMemory(
    Criticism criticism,
    String verdict,
    List<Examined> examined,
    Aftermath aftermath,
    Map<String, @Nullable Double> phases,
    String playbooksSha256) {
  public IncidentMemory {
    examined = List.copyOf(examined);
  }

  public String markdown() {
    StringBuilder out = new StringBuilder();
    out.append("# ").append(criticism.incident()).append("\n\n## What was tried\n\n");
    out.append("- Playbooks `").append(playbooksSha256, 0, 12).append("`, revision ");
    out.append(criticism.revision()).append("\n- Hypotheses: ").append(examined.size());
    out.append("\n\n| test | supported | refuted | untestable |\n|---|---:|---:|---:|\n");
    TestCounts.of(examined)
        .forEach((test, c) ->
            out.append(
                "| %s | %d | %d | %d |\n"
                    .formatted(test, c.supported(), c.refuted(), c.untestable())));
    out.append("\n## What happened\n\n- Verdict: ").append(verdict);
    if (criticism.confidence() != null) {
      out.append(String.format(Locale.ROOT, ", confidence %.2f", criticism.confidence()));
    }
    for (Aftermath.Fate fate : aftermath.proposals()) {
      out.append("\n- Proposal ").append(fate.proposal()).append(": ").append(fate.state());
    }
    out.append("\n- Metrics returned: ").append(aftermath.recovered() ? "yes" : "not seen");
    out.append("\n- Graded: ").append(word(criticism.grade()));
    if (criticism.failure() != null) {
      out.append(" (").append(word(criticism.failure())).append(')');
    }
    out.append("\n\n## Numbers\n\n").append(numbers()).append("\n\n## Lessons\n\n");
    return out.append(lesson().map(Lesson::toString).orElse("None: nothing is proved either way."))
        .append('\n')
        .toString();
  }

  private String numbers() {
    return phases.entrySet().stream()
        .map(phase -> "- " + phase.getKey() + ": " + shown(phase.getValue()))
        .collect(joining("\n"));
  }

  private static String shown(@Nullable Double seconds) {
    return seconds == null ? "not known" : String.format(Locale.ROOT, "%.1f", seconds);
  }

  /** From what the tests of the hypothesis that was followed were worth; empty where unknown. */
  public Optional<Lesson> lesson() {
    if (criticism.grade() == Grade.UNKNOWN) {
      return Optional.empty();
    }
    return examined.stream()
        .filter(e -> e.hypothesis().id().equals(criticism.hypothesis()))
        .findFirst()
        .map(this::lesson);
  }

  private Lesson lesson(Examined followed) {
    boolean helpful = criticism.grade() == Grade.RIGHT || criticism.grade() == Grade.LATE;
    String tests =
        followed.verifications().stream()
            .filter(v -> v.outcome() instanceof Outcome.Supported)
            .map(Verification::test)
            .sorted()
            .collect(joining(", "));
    String text =
        "In %s a %s supported by %s is the cause."
            .formatted(
                followed.hypothesis().playbook(),
                word(followed.hypothesis().kind()),
                tests.isEmpty() ? "nothing" : tests);
    return new Lesson(Lesson.idOf(text), helpful ? 1 : 0, helpful ? 0 : 1, text);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
