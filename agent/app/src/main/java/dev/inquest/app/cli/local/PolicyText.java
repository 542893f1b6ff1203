package dev.inquest.app.cli.local;

import dev.inquest.app.cli.output.Columns;
import dev.inquest.app.cli.output.Style;
import dev.inquest.app.storage.CleanText;
import dev.inquest.gate.policy.Policy;
import dev.inquest.gate.policy.Risk;
import dev.inquest.gate.proposal.Check;
import dev.inquest.gate.proposal.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.format.annotation.DurationFormat;
import org.springframework.format.datetime.standard.DurationFormatterUtils;

/** A policy and its judgements in words. */
record PolicyText(PolicyAnswer test, Style style) {
  private static final int MAX_CHARS = 400;

  /** The judgements first, where there are any: they were asked for. */
  String text() {
    List<String> lines = new ArrayList<>();
    test.proposals().forEach(judged -> judged(judged, lines));
    policy(lines);
    return String.join("\n", lines) + "\n" + rules();
  }

  private void judged(PolicyAnswer.Judged judged, List<String> lines) {
    Trial.Verdict verdict = judged.verdict();
    Risk risk = verdict.risk();
    Policy.Rule rule = verdict.rule();
    if (risk == null || rule == null) {
      lines.add(clean(judged.file()) + ": " + style.bad("refused"));
      lines.add("  " + clean(verdict.refusal()) + ".");
    } else {
      lines.add(clean(judged.file()) + ": " + style.good("people are asked"));
      lines.add("  " + who(judged, risk, rule));
    }
    verdict.checks().forEach(check -> lines.add(line(check)));
    verdict.unchecked().forEach(what -> lines.add("  not checked  " + clean(what)));
    lines.add("");
  }

  private String who(PolicyAnswer.Judged judged, Risk risk, Policy.Rule rule) {
    List<String> candidates = test.candidates(judged);
    String people = rule.people() == 1 ? "1 person" : rule.people() + " people";
    return "Risk "
        + risk.text()
        + ": "
        + people
        + " must approve"
        + (rule.notTheAuthor() ? ", none of them the culprit's author" : "")
        + "; of "
        + candidates.size()
        + " who may: "
        + clean(String.join(", ", candidates))
        + ". Then the gate does: "
        + rule.action().text()
        + ".";
  }

  private String line(Check check) {
    String word = check.passed() ? style.good("passed") : style.bad("failed");
    return "  " + word + "       " + check.name() + ": " + clean(check.detail());
  }

  private void policy(List<String> lines) {
    EffectivePolicy policy = test.policy();
    lines.add("The policy is valid (SHA-256 " + policy.sha256().substring(0, 12) + "…).");
    lines.add("  accepted     " + shapes(policy));
    lines.add("  waits        " + span(policy.expiry()) + " for an answer, then expires");
    lines.add("  warrants     last " + span(policy.warrant()) + " until they are carried out");
    lines.add(
        "  asks         at most "
            + policy.limits().openPerService()
            + " open a service, "
            + policy.limits().askedPerHour()
            + " an hour; a rejected change not again for "
            + span(policy.limits().rejectedStays()));
    lines.add(
        "  guarded      "
            + (policy.guarded().isEmpty()
                ? "no paths"
                : clean(String.join(", ", policy.guarded()))));
    lines.add("");
  }

  /** {@code PT4H} as {@code 4 h}. */
  private static String span(String iso) {
    return DurationFormatterUtils.print(Duration.parse(iso), DurationFormat.Style.COMPOSITE);
  }

  private static String shapes(EffectivePolicy policy) {
    List<String> shapes = new ArrayList<>();
    policy.shapes().forEach((shape, risk) -> shapes.add(shape + " (risk " + risk + " or above)"));
    if (policy.shapes().containsKey("migration")) {
      shapes.add(policy.uniqueIndexes() ? "unique indexes too" : "no unique indexes");
    }
    return shapes.isEmpty() ? "nothing" : String.join(", ", shapes);
  }

  private String rules() {
    return new Columns(
            List.of("risk", "people", "with role", "not the author", "by token", "then"),
            test.policy().approve().stream().map(PolicyText::row).toList())
        .text(style);
  }

  private static List<String> row(EffectivePolicy.Rule rule) {
    return List.of(
        rule.risk(),
        Integer.toString(rule.people()),
        clean(String.join(" or ", rule.roles())),
        rule.notTheAuthor() ? "yes" : "no",
        rule.apiTokens() ? "yes" : "no",
        rule.action());
  }

  private static String clean(String text) {
    return CleanText.of(text, MAX_CHARS);
  }
}
