package dev.inquest.app.report;

import static dev.inquest.app.report.MarkdownLines.ids;
import static dev.inquest.app.report.MarkdownLines.safe;
import static dev.inquest.app.report.MarkdownLines.time;

import dev.inquest.diagnosis.Cause;
import dev.inquest.diagnosis.Details;
import dev.inquest.evidence.Evidence;
import dev.inquest.investigation.Sentences;
import dev.inquest.verification.Examined;
import dev.inquest.verification.Outcome;
import dev.inquest.verification.Verification;
import java.util.List;
import java.util.stream.Collectors;

/** The report as Markdown. Text from outside is escaped: it can neither format nor link. */
public final class MarkdownReport {
  private final Story story;
  private final Told told;
  private final MarkdownLines out = new MarkdownLines();

  private MarkdownReport(Story story) {
    this.story = story;
    this.told = new Told(story);
  }

  public static String of(Story story) {
    MarkdownReport report = new MarkdownReport(story);
    report.head();
    report.cause();
    report.proof();
    report.ruledOut();
    report.fixes();
    report.phases();
    report.hypotheses();
    report.timeline();
    report.evidence();
    return report.out.text();
  }

  private void head() {
    line("# " + safe(story.title()));
    line("");
    line("**" + told.verdict() + ".** " + safe(told.sentence()));
    line("");
    line(
        "Incident `%s` · %s · opened %s%s"
            .formatted(
                story.id(),
                safe(story.state()),
                time(story.opened()),
                story.resolved() == null ? "" : " · resolved " + time(story.resolved())));
  }

  private void cause() {
    Cause cause = told.cause();
    Details details = told.details();
    if (cause != null) {
      section("Cause");
      line("%s — %s".formatted(safe(cause.claim()), Told.sure(cause)));
      line("");
      line("Evidence: " + ids(cause.evidence()));
      tests("Speaks for it:", told.speaksFor());
      tests("Speaks against it, or could not be tested:", told.speaksAgainst());
    }
    if (details != null && !details.impact().isBlank()) {
      section("Impact");
      line(safe(details.impact()));
    }
  }

  private void tests(String title, List<Verification> tests) {
    if (!tests.isEmpty()) {
      line("");
      line(title);
      line("");
      tests.forEach(v -> line("- " + test(v)));
    }
  }

  private static String test(Verification v) {
    return "%s (%s%s) %s"
        .formatted(
            outcome(v.outcome()),
            v.test(),
            v.logLikelihoodRatio() == 0
                ? ""
                : ", " + View.INSTANCE.strength(v.logLikelihoodRatio()),
            ids(v.evidence()));
  }

  private void proof() {
    if (!story.pictures().isEmpty()) {
      section(told.picturesTitle());
      for (Picture picture : story.pictures()) {
        line(
            "- %s: %s (`%s`)"
                .formatted(safe(picture.title()), picture.caption(), picture.evidence()));
      }
    }
    if (!story.detection().operations().isEmpty()) {
      section("Where the time went");
      OperationLines.of(story.detection().operations()).forEach(this::line);
    }
  }

  private void ruledOut() {
    Details details = told.details();
    if (details == null) {
      return;
    }
    if (!details.refuted().isEmpty()) {
      section("Ruled out");
      told.ruledOut()
          .forEach(r ->
              line("- %s: %s (%s)".formatted(changes(r), safe(r.reason()), ids(r.evidence()))));
    }
    section("Not checked");
    if (details.missing().isEmpty()) {
      line("Nothing that was asked for was missing.");
    }
    told.missing().forEach(m -> line("- " + safe(m)));
    Cause second = told.runnerUp();
    if (second != null) {
      section("Runner-up");
      line("%s — %s".formatted(safe(second.claim()), Told.sure(second)));
    }
  }

  private static String changes(Told.RuledOut ruledOut) {
    return ruledOut.changes().stream()
        .map(refuted -> {
          String id = '`' + Sentences.shortId(refuted.change()) + '`';
          return refuted.title() == null ? id : id + ' ' + safe(refuted.title());
        })
        .collect(Collectors.joining(", "));
  }

  private void fixes() {
    String notProposed = told.notProposed();
    if (notProposed != null) {
      section("Change");
      line("Nothing is proposed. " + safe(notProposed));
    }
    for (Story.Fix fix : story.fixes()) {
      section("Change: " + safe(fix.title()));
      line(
          "State **%s**, risk %s, digest `%s`%s%s"
              .formatted(
                  fix.state(),
                  fix.risk(),
                  fix.digest(),
                  fix.decidedBy() == null ? "" : ", decided by " + safe(fix.decidedBy()),
                  fix.reason() == null ? "" : ", " + safe(fix.reason())));
      line("");
      out.fenced("diff", fix.diff());
      line("");
      line("Rollback:");
      line("");
      out.fenced("", fix.rollback());
    }
  }

  private void phases() {
    Mttr mttr = story.mttr();
    section("Time to recover");
    line("| detect | diagnose | approve | remediate | recover | total |");
    line("|---:|---:|---:|---:|---:|---:|");
    line(
        "| %s | %s | %s | %s | %s | %s |"
            .formatted(
                Words.phase(mttr.detect()),
                Words.phase(mttr.diagnose()),
                Words.phase(mttr.approve()),
                Words.phase(mttr.remediate()),
                Words.phase(mttr.recover()),
                Words.phase(mttr.total())));
  }

  private void hypotheses() {
    if (story.examined().isEmpty()) {
      return;
    }
    section("Hypotheses and their tests");
    for (Examined examined : story.examined()) {
      line("- **%s**".formatted(safe(examined.hypothesis().claim())));
      for (Verification v : examined.verifications()) {
        line("  - " + test(v));
      }
    }
  }

  private static String outcome(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Supported supported -> "supported: " + safe(supported.sentence());
      case Outcome.Refuted refuted -> "refuted: " + safe(refuted.sentence());
      case Outcome.Untestable untestable -> "untestable: " + safe(untestable.why());
    };
  }

  private void timeline() {
    section("Timeline (UTC)");
    story
        .timeline()
        .forEach(
            m -> line("- %s %s: %s".formatted(time(m.at()), safe(m.kind()), safe(m.sentence()))));
  }

  private void evidence() {
    section("Evidence");
    line("Fetch any of it again: `./inquest evidence refetch %s e1`".formatted(story.id()));
    line("");
    for (Evidence e : story.evidence()) {
      line(
          "- `%s` %s from %s at %s: %s (sha256 `%s`)"
              .formatted(
                  e.id(),
                  e.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                  safe(e.source()),
                  time(e.at()),
                  safe(e.summary()),
                  e.sha256().substring(0, Math.min(12, e.sha256().length()))));
    }
  }

  private void line(String text) {
    out.line(text);
  }

  private void section(String title) {
    out.section(title);
  }
}
