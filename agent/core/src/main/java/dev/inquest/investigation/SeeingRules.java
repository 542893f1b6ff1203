package dev.inquest.investigation;

import dev.inquest.playbook.Catalogue;
import dev.inquest.playbook.Playbook;
import dev.inquest.playbook.Playbook.Detect;
import dev.inquest.playbook.Tuning;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What of a catalogue decides what is seen in evidence: all but what tests make of it. */
record SeeingRules(List<Eye> playbooks) {
  private record Eye(String id, Set<String> match, Detect detect) {}

  static SeeingRules of(Catalogue catalogue) {
    return new SeeingRules(catalogue.playbooks().stream().map(SeeingRules::eye).toList());
  }

  private static Eye eye(Playbook playbook) {
    Detect detect = playbook.detect();
    SortedMap<String, Double> seeing = new TreeMap<>(detect.parameters());
    seeing.keySet().removeAll(Tuning.DEFAULTS.keySet());
    return new Eye(
        playbook.id(),
        playbook.match(),
        new Detect(detect.method(), detect.minEffect(), detect.onsetWindow(), seeing));
  }
}
