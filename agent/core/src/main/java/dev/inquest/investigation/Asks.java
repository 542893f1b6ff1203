package dev.inquest.investigation;

import dev.inquest.hypothesis.CauseKind;
import dev.inquest.playbook.Catalogue;
import dev.inquest.playbook.Playbook;
import dev.inquest.playbook.Playbook.Detect;
import java.util.List;
import java.util.Set;

/** What of a catalogue decides which hypotheses are raised and what their tests find. */
record Asks(List<Ask> playbooks) {
  private record Ask(String id, Set<String> match, List<Rule> rules, Detect detect) {}

  private record Rule(CauseKind kind, List<String> tests) {}

  static Asks of(Catalogue catalogue) {
    return new Asks(catalogue.playbooks().stream().map(Asks::ask).toList());
  }

  private static Ask ask(Playbook playbook) {
    List<Rule> rules =
        playbook.hypotheses().stream().map(rule -> new Rule(rule.kind(), rule.tests())).toList();
    return new Ask(playbook.id(), playbook.match(), rules, playbook.detect());
  }
}
