package dev.inquest.verification;

import dev.inquest.analysis.OperationComparison.Changed;
import dev.inquest.analysis.Symptom;
import dev.inquest.change.DiffReading;
import dev.inquest.change.Mechanism;
import dev.inquest.evidence.Span;
import dev.inquest.hypothesis.CauseKind;
import dev.inquest.hypothesis.Hypothesis;
import dev.inquest.investigation.Figures;
import dev.inquest.investigation.Matching;
import dev.inquest.investigation.Sentences;
import dev.inquest.topology.TraceTopology;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Whether the time that is lost is lost where the hypothesis says. */
final class TraceSelfTime implements Verifier {
  private static final double MOST = 0.5;
  private static final double LITTLE = 0.1;

  /** What a change can do to the time of database calls of its service. */
  private static final Set<Mechanism> NOT_DATABASE =
      EnumSet.of(Mechanism.NULL_HANDLING, Mechanism.LOG_TEXT, Mechanism.RETRY);

  /** Seconds a trace lost, by place. */
  private record Lost(double all, double there, double thereInDatabase, List<Changed> where) {}

  @Override
  public String id() {
    return "trace-self-time";
  }

  @Override
  public Finding verify(Inquiry inquiry, Hypothesis hypothesis) {
    if (inquiry.gathered().traces().isEmpty()) {
      return Finding.untestable("no traces");
    }
    String service = hypothesis.service();
    if (service == null) {
      return Finding.untestable("no service is accused");
    }
    if (!inquiry.symptoms().contains(Symptom.LATENCY)) {
      return FailingSpans.judge(inquiry, service);
    }
    Lost lost = lost(inquiry, service);
    if (lost.all() <= 0) {
      return Finding.untestable("no operation in the sampled traces takes longer");
    }
    List<String> evidence = inquiry.evidence(lost.where());
    if (lost.there() < LITTLE * lost.all()) {
      if (!SampledCalls.tell(inquiry, service)) {
        return SampledCalls.tooFew(service);
      }
      return Finding.refuted(
          "The time is not lost in "
              + Sentences.plain(service)
              + " itself: "
              + percent(lost.there(), lost.all())
              + " of it is.",
          evidence.isEmpty() ? inquiry.evidence(inquiry.operations()) : evidence);
    }
    return byPlace(inquiry, hypothesis, lost, evidence);
  }

  private static Finding byPlace(
      Inquiry inquiry, Hypothesis hypothesis, Lost lost, List<String> evidence) {
    String place =
        percent(lost.there(), lost.all())
            + " of the lost time is lost in "
            + Sentences.plain(Objects.requireNonNull(hypothesis.service()))
            + ", "
            + percent(lost.thereInDatabase(), lost.all())
            + " in its database calls.";
    boolean database = lost.thereInDatabase() >= MOST * lost.there();
    boolean accusesDatabase = accusesDatabase(inquiry, hypothesis);
    if (hypothesis.kind() == CauseKind.DATABASE && !database) {
      return Finding.refuted("Not the database calls took longer: " + place, evidence);
    }
    if (database && onlyElsewhere(inquiry, hypothesis)) {
      return Finding.refuted("The diff cannot slow database calls: " + place, evidence);
    }
    if (lost.there() < MOST * lost.all() || database != accusesDatabase) {
      return Finding.untestable("the place fits only in part: " + place);
    }
    return Finding.supported(place, Math.min(1, lost.there() / lost.all()), evidence);
  }

  private static boolean accusesDatabase(Inquiry inquiry, Hypothesis hypothesis) {
    Set<Mechanism> mechanisms = mechanisms(inquiry, hypothesis);
    return hypothesis.kind() == CauseKind.DATABASE
        || mechanisms.contains(Mechanism.SQL_QUERY)
        || mechanisms.contains(Mechanism.SCHEMA);
  }

  private static boolean onlyElsewhere(Inquiry inquiry, Hypothesis hypothesis) {
    Set<Mechanism> mechanisms = mechanisms(inquiry, hypothesis);
    return !mechanisms.isEmpty()
        && mechanisms.stream().allMatch(m -> m.inert() || NOT_DATABASE.contains(m));
  }

  private static Set<Mechanism> mechanisms(Inquiry inquiry, Hypothesis hypothesis) {
    return inquiry
        .accused(hypothesis)
        .flatMap(inquiry::read)
        .map(ReadDiff::reading)
        .map(DiffReading::mechanisms)
        .orElse(Set.of());
  }

  private static Lost lost(Inquiry inquiry, String service) {
    Set<String> database = databaseOperations(inquiry);
    double all = 0;
    double there = 0;
    double inDatabase = 0;
    List<Changed> grown = inquiry.operations().stream().filter(c -> c.impactSeconds() > 0).toList();
    for (Changed changed : grown) {
      all += changed.impactSeconds();
      if (isOf(inquiry, changed, service)) {
        there += changed.impactSeconds();
        inDatabase += database.contains(key(changed)) ? changed.impactSeconds() : 0;
      }
    }
    return new Lost(
        all, there, inDatabase, grown.stream().filter(c -> isOf(inquiry, c, service)).toList());
  }

  static boolean isOf(Inquiry inquiry, Changed changed, String service) {
    return Optional.ofNullable(Matching.name(inquiry.services(), changed.service()))
        .filter(service::equals)
        .isPresent();
  }

  private static Set<String> databaseOperations(Inquiry inquiry) {
    Set<String> found = new HashSet<>();
    inquiry.gathered().traces().stream()
        .flatMap(trace -> trace.spans().stream())
        .filter(span -> TraceTopology.database(span) != null)
        .map((Span span) -> span.service() + '\0' + span.operation())
        .forEach(found::add);
    return found;
  }

  private static String key(Changed changed) {
    return changed.service() + '\0' + changed.operation();
  }

  private static String percent(double part, double whole) {
    return Figures.three(100 * part / whole) + " %";
  }
}
