package dev.inquest.app.investigation;

import dev.inquest.evidence.Evidence;
import dev.inquest.investigation.Gathered;
import java.util.List;

/**
 * What is committed of the gather stage: the data itself stands in the evidence.
 *
 * @param missing what could not be had and why
 * @param evidence ids of where each part is written down
 */
record GatherResult(List<String> missing, List<String> evidence) {
  GatherResult {
    missing = List.copyOf(missing);
    evidence = List.copyOf(evidence);
  }

  static GatherResult of(Gathered gathered) {
    return new GatherResult(
        gathered.missing(), gathered.evidence().stream().map(Evidence::id).toList());
  }
}
