package dev.inquest.playbooks.replay;

import dev.inquest.diagnosis.Onset;
import dev.inquest.investigation.Detection;
import dev.inquest.ranking.KeptSigns;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What changed in a case and when, before nodes are ranked, and what was heard of it since: whoever
 * notices the same goes on from there. Not thread-safe.
 */
public final class Noticed {
  private final Collected collected;
  private final Detection detection;
  private final CaseBook book;
  private final KeptSigns signs = new KeptSigns();
  private @Nullable Onset onset;
  private @Nullable Opened opened;

  Noticed(Collected collected, Detection detection, CaseBook book) {
    this.collected = collected;
    this.detection = detection;
    this.book = book;
  }

  Collected collected() {
    return collected;
  }

  /** Without a ranking. */
  Detection detection() {
    return detection;
  }

  /** To be forked, not written in. */
  CaseBook book() {
    return book;
  }

  /** Found in its evidence by those who ranked nodes. */
  KeptSigns signs() {
    return signs;
  }

  /** The hearing that all share for whom it began then, opened by the first who asks. */
  Opened opened(@Nullable Onset began, Supplier<Opened> opening) {
    Opened known = opened;
    if (known == null || !Objects.equals(onset, began)) {
      known = opening.get();
      onset = began;
      opened = known;
    }
    return known;
  }
}
