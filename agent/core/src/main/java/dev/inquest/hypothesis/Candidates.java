package dev.inquest.hypothesis;

import java.util.List;

/** Finds possible causes of one sort. Stateless. */
interface Candidates {
  /** Whether a rule of that kind is about this sort of cause. */
  boolean serves(CauseKind kind);

  /** In a fixed order, the likeliest first where that is known. */
  List<Candidate> find(Raising raising, CauseKind kind);
}
