package dev.inquest.app.cli.local;

import dev.inquest.app.cli.ExitCodes;
import dev.inquest.app.cli.output.Answer;
import dev.inquest.app.cli.output.Style;
import dev.inquest.app.config.Approvers.Approver;
import dev.inquest.gate.proposal.Check;
import dev.inquest.gate.proposal.Trial;
import java.util.List;

/**
 * The answer of {@code policy test}.
 *
 * @param people who there is to decide
 */
record PolicyAnswer(EffectivePolicy policy, List<Judged> proposals, List<Approver> people)
    implements Answer {
  /** A file and what the gate would say to it. */
  record Judged(String file, Trial.Verdict verdict) {
    boolean refused() {
      return !verdict.refusal().isEmpty();
    }
  }

  PolicyAnswer {
    proposals = List.copyOf(proposals);
    people = List.copyOf(people);
  }

  int exitCode() {
    return proposals.stream().anyMatch(Judged::refused) ? ExitCodes.PARTIAL : ExitCodes.DONE;
  }

  /**
   * For scripts.
   *
   * @param risk empty where it is refused
   * @param approvers how many people must approve; 0 where it is refused
   * @param candidates who may, before authorship is looked at
   */
  record Item(
      String file,
      String kind,
      String service,
      boolean asked,
      String refusal,
      String risk,
      int approvers,
      List<String> candidates,
      boolean notTheAuthor,
      String action,
      List<Check> checks,
      List<String> unchecked) {}

  /** For scripts. */
  record Document(EffectivePolicy policy, List<Item> proposals) {}

  @Override
  public String text(Style style) {
    return new PolicyText(this, style).text();
  }

  @Override
  public String markdown() {
    return "```\n" + text(new Style(false)) + "```\n";
  }

  @Override
  public Object json() {
    return new Document(policy, proposals.stream().map(this::item).toList());
  }

  private Item item(Judged judged) {
    Trial.Verdict verdict = judged.verdict();
    var rule = verdict.rule();
    var risk = verdict.risk();
    return new Item(
        judged.file(),
        verdict.kind(),
        verdict.service(),
        !judged.refused(),
        verdict.refusal(),
        risk == null ? "" : risk.text(),
        rule == null ? 0 : rule.people(),
        candidates(judged),
        rule != null && rule.notTheAuthor(),
        rule == null ? "" : rule.action().text(),
        verdict.checks(),
        verdict.unchecked());
  }

  /** Who has one of the roles that the rule names. */
  List<String> candidates(Judged judged) {
    var rule = judged.verdict().rule();
    return rule == null
        ? List.of()
        : people.stream()
            .filter(person -> person.roles().stream().anyMatch(rule.roles()::contains))
            .map(Approver::person)
            .toList();
  }
}
