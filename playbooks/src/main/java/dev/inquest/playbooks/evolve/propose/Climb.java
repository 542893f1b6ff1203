package dev.inquest.playbooks.evolve.propose;

import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.evolve.edit.Edit;
import dev.inquest.playbooks.evolve.edit.EditKind;
import dev.inquest.playbooks.evolve.edit.Edits;
import dev.inquest.playbooks.evolve.record.Decision;
import dev.inquest.playbooks.evolve.record.Look;
import dev.inquest.playbooks.evolve.record.RoundRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One step more from the best that was screened and not confirmed yet, or that this round has
 * looked at. Numbers that gain too little each to be worth a confirmation, or gain only together,
 * are found that way; a confirmation then tells whether the height is more than the pool's luck,
 * and whichever way it ends, the next climb begins anew.
 */
final class Climb {
  private final View view;
  private final List<Edit> summit;

  private Climb(View view, List<Edit> summit) {
    this.view = view;
    this.summit = summit;
  }

  /** Empty where nothing looked better than the incumbent on the present pool. */
  static Optional<Climb> of(View view) {
    Optional<RoundRecord> screened =
        view.past().stream()
            .filter(r -> r.round() > view.since() && r.value() > 0)
            .filter(r -> r.decision().decision() == Decision.Choice.SCREENED)
            .max(
                Comparator.comparingDouble(RoundRecord::value)
                    .thenComparing(RoundRecord::round, Comparator.reverseOrder()));
    Look now = view.now();
    if (now != null && now.value() > screened.map(RoundRecord::value).orElse(0.0)) {
      return Optional.of(new Climb(view, now.edits()));
    }
    return screened.map(r -> new Climb(view, r.plan().edits()));
  }

  /**
   * @param step proposes from where it stands
   */
  Optional<Proposal> on(Function<View, Optional<Proposal>> step) {
    Optional<Subject.Files> there = Edits.apply(view.incumbent(), summit);
    return there
        .map(files -> new View(files, view.criticism(), view.past(), view.since(), view.strategy()))
        .flatMap(step)
        .map(proposal -> further(proposal, together(proposal.edits())))
        .filter(proposal ->
            !proposal.edits().isEmpty() && proposal.edits().size() <= Recombination.MOST_EDITS);
  }

  private Proposal further(Proposal step, List<Edit> edits) {
    String why = "the best so far and one step more: " + step.why();
    return new Proposal(edits, EditKind.CLIMB, step.aim(), why, summit);
  }

  /** Of the incumbent; what is turned twice is turned once. */
  private List<Edit> together(List<Edit> step) {
    Map<String, Edit> byTarget = new LinkedHashMap<>();
    summit.forEach(edit -> byTarget.put(edit.target(), edit));
    for (Edit edit : step) {
      Edit before = byTarget.remove(edit.target());
      byTarget.put(edit.target(), before == null ? edit : joined(before, edit));
    }
    List<Edit> edits = new ArrayList<>(byTarget.values());
    edits.removeIf(edit -> edit instanceof Edit.SetNumber n && n.from() == n.to());
    return edits;
  }

  private static Edit joined(Edit before, Edit edit) {
    return before instanceof Edit.SetNumber was && edit instanceof Edit.SetNumber is
        ? new Edit.SetNumber(is.file(), is.pointer(), was.from(), is.to())
        : edit;
  }
}
