package dev.inquest.playbooks.evolve.propose;

import dev.inquest.playbooks.evolve.edit.Edit;
import dev.inquest.playbooks.evolve.edit.EditKind;
import dev.inquest.playbooks.evolve.edit.Knob;
import dev.inquest.playbooks.evolve.edit.Knobs;
import dev.inquest.playbooks.evolve.edit.Shapes;
import dev.inquest.playbooks.evolve.seed.SeedStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Any edit as likely as any other; knows nothing and learns nothing. */
public final class RandomProposer implements Proposer {
  private static final int SIZES = 3;

  @Override
  public Optional<Proposal> propose(View view, SeedStream luck) {
    List<Edit> all = new ArrayList<>();
    for (Knob knob : Knobs.of(view.incumbent())) {
      int size = luck.below(2, SIZES);
      all.add(knob.turned(true, size));
      all.add(knob.turned(false, size));
    }
    Shapes shapes = new Shapes(view.incumbent());
    for (EditKind kind : EditKind.values()) {
      all.addAll(shapes.of(kind));
    }
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Edit chosen = all.get(luck.below(1, all.size()));
    return Optional.of(new Proposal(List.of(chosen), chosen.kind(), null, "by chance"));
  }
}
