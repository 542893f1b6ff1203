package dev.inquest.verification;

import dev.inquest.change.DiffReading;
import dev.inquest.change.Mechanism;
import dev.inquest.change.Words;
import dev.inquest.hypothesis.CauseKind;
import dev.inquest.hypothesis.Hypothesis;
import dev.inquest.investigation.Sentences;
import dev.inquest.investigation.StoreSign;
import dev.inquest.investigation.StoreSigns;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What telemetry tells of a store: of the store itself, every sign of it; of a change, that the
 * statements that take longer are about what its diff names, or are all its service's.
 */
final class StoreTelemetry implements Verifier {
  /** That it is its service's statement says where, not that the change did it. */
  private static final double OF_THE_CLIENT = 0.6;

  private static final int SHOWN = 2;

  private static final Set<String> VERBS =
      Set.of(
          "select",
          "insert",
          "update",
          "delete",
          "merge",
          "upsert",
          "find",
          "get",
          "set",
          "from",
          "into",
          "all",
          "by",
          "id",
          "query",
          "statement");

  /** What can make a statement slow. */
  private static final Set<Mechanism> REACH_STATEMENTS =
      EnumSet.of(Mechanism.SQL_QUERY, Mechanism.SCHEMA);

  @Override
  public String id() {
    return "store-signs";
  }

  @Override
  public Finding verify(Inquiry inquiry, Hypothesis hypothesis) {
    return hypothesis.kind() == CauseKind.DATABASE
        ? ofStore(inquiry, hypothesis.service())
        : ofChange(inquiry, hypothesis);
  }

  private static Finding ofStore(Inquiry inquiry, @Nullable String store) {
    List<StoreSign> signs =
        inquiry.stores().stream().filter(sign -> sign.store().equals(store)).toList();
    if (!signs.isEmpty()) {
      return supported(signs, 1);
    }
    return store != null && StoreSigns.timed(inquiry.gathered(), store)
        ? Finding.refuted(
            "No statement sent to " + Sentences.plain(store) + " takes longer by itself.",
            inquiry.matchingEvidence())
        : Finding.untestable("no statement sent to it is timed");
  }

  /** Each kind of sign counts once, by its clearest; independent ones add up (noisy or). */
  private static Finding supported(List<StoreSign> signs, double worth) {
    double chance = 1;
    for (StoreSign.Kind kind : StoreSign.Kind.values()) {
      chance *=
          1
              - signs.stream()
                  .filter(sign -> sign.kind() == kind)
                  .mapToDouble(StoreSign::strength)
                  .max()
                  .orElse(0);
    }
    List<StoreSign> shown = signs.stream().limit(SHOWN).toList();
    return Finding.supported(
        shown.stream().map(StoreSign::sentence).collect(Collectors.joining(" ")),
        worth * (1 - chance),
        shown.stream().flatMap(sign -> sign.evidence().stream()).toList());
  }

  private static Finding ofChange(Inquiry inquiry, Hypothesis hypothesis) {
    List<StoreSign> slower =
        inquiry.stores().stream().filter(s -> s.kind() == StoreSign.Kind.STATEMENT).toList();
    if (slower.isEmpty()) {
      return Finding.untestable("no statement is seen to take longer");
    }
    Optional<DiffReading> read =
        inquiry.accused(hypothesis).flatMap(inquiry::read).map(ReadDiff::reading);
    if (read.isPresent()
        && read.get().mechanisms().stream().noneMatch(REACH_STATEMENTS::contains)) {
      return Finding.untestable("its diff touches no statement");
    }
    List<StoreSign> named =
        slower.stream().filter(s -> read.isPresent() && names(read.get(), s)).toList();
    if (!named.isEmpty()) {
      return supported(named, 1);
    }
    return slower.stream().allMatch(s -> Objects.equals(s.client(), hypothesis.service()))
        ? supported(slower, OF_THE_CLIENT)
        : Finding.untestable("statements of other services take longer too");
  }

  /** Whether the diff names what the statement is about: its table. */
  private static boolean names(DiffReading reading, StoreSign sign) {
    Set<String> about =
        new TreeSet<>(Words.parts(Objects.requireNonNullElse(sign.statement(), "")));
    about.removeAll(VERBS);
    return reading.names().stream()
        .map(Words::parts)
        .anyMatch(parts -> parts.stream().anyMatch(about::contains));
  }
}
