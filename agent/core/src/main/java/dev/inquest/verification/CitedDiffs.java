package dev.inquest.verification;

import dev.inquest.change.Change;
import dev.inquest.change.ChangeUnit;
import dev.inquest.change.DiffReading;
import dev.inquest.change.DiffReadings;
import dev.inquest.evidence.Evidence;
import dev.inquest.evidence.EvidenceBook;
import dev.inquest.evidence.EvidenceKind;
import dev.inquest.investigation.Cited;
import dev.inquest.investigation.Gathered;
import dev.inquest.investigation.Sentences;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes down, once for each change that is asked about, what its diff touches. One thread's. */
final class CitedDiffs {
  private static final int MAX_TRAITS = 20;

  private final Gathered gathered;
  private final DiffReadings readings;
  private final EvidenceBook book;
  private final Map<String, Optional<ReadDiff>> known = new HashMap<>();

  CitedDiffs(Gathered gathered, DiffReadings readings, EvidenceBook book) {
    this.gathered = gathered;
    this.readings = readings;
    this.book = book;
  }

  /** Empty where no source told the diff, or it touches nothing that is known. */
  Optional<ReadDiff> of(ChangeUnit unit) {
    Optional<ReadDiff> read = known.get(unit.id());
    if (read == null) {
      read = cite(unit.main());
      known.put(unit.id(), read);
    }
    return read;
  }

  private Optional<ReadDiff> cite(Change change) {
    DiffReading reading = readings.of(change);
    if (reading.mechanisms().isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> facts = new TreeMap<>();
    facts.put("change", change.id());
    facts.put("mechanisms", ReadDiff.words(reading));
    reading.traits().stream().limit(MAX_TRAITS).forEach(t -> facts.put(t.words(), t.key()));
    reading.values().forEach(v -> facts.put("value " + v.key(), v.before() + " to " + v.after()));
    Evidence evidence =
        book.computed(
            EvidenceKind.DIFF,
            "reading of the diff of " + change.id(),
            "the diff of "
                + Sentences.shortId(change.id())
                + " touches: "
                + ReadDiff.words(reading),
            Cited.ids(gathered, EvidenceKind.CHANGES),
            facts);
    return Optional.of(new ReadDiff(reading, evidence.id()));
  }
}
