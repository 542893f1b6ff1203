package dev.inquest.verification;

import dev.inquest.analysis.Held;
import dev.inquest.analysis.Symptom;
import dev.inquest.evidence.SeriesId;
import dev.inquest.investigation.Matching;
import dev.inquest.investigation.Sentences;
import dev.inquest.investigation.Shift;
import dev.inquest.investigation.StoreSign;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@link Held} resources are waited for longer, and so fill without being short. */
final class Waiting {
  /** So many times as long: as much more is in use. */
  private static final double LONGER = 1.5;

  private Waiting() {}

  /**
   * What is waited for.
   *
   * @param sentence without its full stop
   */
  record On(String sentence, List<String> evidence) {}

  /** What takes longer and so explains why more is in use. */
  static Optional<On> behind(Inquiry inquiry, Shift fuller) {
    String holder = name(inquiry, fuller);
    if (holder == null || !Held.counts(fuller.series())) {
      return Optional.empty();
    }
    return call(inquiry, holder, fuller).or(() -> store(inquiry, holder));
  }

  private static Optional<On> call(Inquiry inquiry, String holder, Shift fuller) {
    Set<String> callees = inquiry.gathered().topology().calleesOf(holder);
    return inquiry.detection().shifts().stream()
        .filter(shift -> Symptom.of(shift.series()) == Symptom.LATENCY)
        .filter(shift ->
            isCall(shift.series())
                ? holder.equals(name(inquiry, shift))
                : callees.contains(String.valueOf(name(inquiry, shift))))
        .filter(shift -> shift.effect() > 0 && shift.after() >= LONGER * shift.before())
        .filter(shift -> !shift.onset().from().isAfter(fuller.onset().to()))
        .max(Comparator.comparingDouble(shift -> shift.after() / Math.max(shift.before(), 1e-9)))
        .map(shift ->
            new On(
                Sentences.shift(shift.series(), shift.before(), shift.after()) + at(shift),
                List.of(shift.evidence())));
  }

  /** The callee that is slow, where the series is its caller's. */
  private static String at(Shift call) {
    String peer = call.series().label("peer");
    return peer == null ? "" : " at " + Sentences.plain(peer);
  }

  private static Optional<On> store(Inquiry inquiry, String holder) {
    Set<String> callees = inquiry.gathered().topology().calleesOf(holder);
    return inquiry.stores().stream()
        .filter(sign -> sign.kind() == StoreSign.Kind.WAITING && callees.contains(sign.store()))
        .findFirst()
        .map(sign -> new On(sign.sentence().replaceFirst("\\.$", ""), sign.evidence()));
  }

  private static boolean isCall(SeriesId id) {
    return id.label("peer") != null;
  }

  private static @Nullable String name(Inquiry inquiry, Shift shift) {
    return Matching.name(inquiry.services(), shift.series().service());
  }
}
