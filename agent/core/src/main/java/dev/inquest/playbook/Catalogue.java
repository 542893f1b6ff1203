package dev.inquest.playbook;

import java.util.List;
import java.util.Optional;

/** The playbooks in force, in order of their ids. */
public record Catalogue(List<Playbook> playbooks) {
  public Catalogue {
    playbooks = playbooks.stream().sorted(java.util.Comparator.comparing(Playbook::id)).toList();
  }

  public Optional<Playbook> find(String id) {
    return playbooks.stream().filter(p -> p.id().equals(id)).findFirst();
  }
}
