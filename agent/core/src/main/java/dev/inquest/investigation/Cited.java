package dev.inquest.investigation;

import dev.inquest.evidence.Evidence;
import dev.inquest.evidence.EvidenceKind;
import java.util.List;

/** Ids of gathered evidence. */
public final class Cited {
  private Cited() {}

  public static List<String> ids(Gathered gathered, EvidenceKind kind) {
    return gathered.evidence().stream().filter(e -> e.kind() == kind).map(Evidence::id).toList();
  }
}
