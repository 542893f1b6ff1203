package dev.inquest.verification;

import dev.inquest.analysis.Sample;
import dev.inquest.analysis.Symptom;
import dev.inquest.change.Change;
import dev.inquest.change.ChangeUnit;
import dev.inquest.evidence.EvidenceKind;
import dev.inquest.evidence.SampledTrace;
import dev.inquest.evidence.Span;
import dev.inquest.evidence.SpanKind;
import dev.inquest.hypothesis.Hypothesis;
import dev.inquest.investigation.Figures;
import dev.inquest.investigation.Matching;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * While both run, only what was replaced should be ill: the requests that new instances served are
 * compared with those that old ones served in the same time.
 */
final class VersionSplit implements Verifier {
  private static final int MIN_SPANS = 20;
  private static final double MAX_P = 0.01;
  private static final double MIN_SUPERIORITY = 0.6;
  private static final double MIN_ERRORS = 0.01;

  /** Of a request of each side, the new one takes longer hardly more often than not. */
  private static final double EVEN = 0.55;

  @Override
  public String id() {
    return "version-split";
  }

  @Override
  public Finding verify(Inquiry inquiry, Hypothesis hypothesis) {
    Optional<ChangeUnit> unit = inquiry.accused(hypothesis);
    if (unit.isEmpty() || unit.get().service() == null) {
      return Finding.untestable("no release is accused");
    }
    if (unit.get().version() == null && unit.get().instances().isEmpty()) {
      return Finding.untestable("neither its version nor its instances are known");
    }
    if (inquiry.gathered().traces().isEmpty()) {
      return VersionSeries.judge(inquiry, unit.get());
    }
    Split split = split(inquiry, unit.get());
    if (split.oldTimes.size() < MIN_SPANS || split.newTimes.size() < MIN_SPANS) {
      return VersionSeries.judge(inquiry, unit.get());
    }
    return judge(inquiry, split);
  }

  /** Requests of the same time, by who served them. */
  private static final class Split {
    final Sample oldErrors = new Sample();
    final Sample newErrors = new Sample();
    final Sample oldTimes = new Sample();
    final Sample newTimes = new Sample();

    void add(Request request) {
      (request.fresh ? newErrors : oldErrors).add(request.error ? 1 : 0, request.weight);
      (request.fresh ? newTimes : oldTimes).add(request.nanos / 1e9, request.weight);
    }
  }

  /**
   * A request since the onset.
   *
   * @param fresh whether an instance that was replaced served it
   */
  private record Request(long start, long nanos, boolean error, double weight, boolean fresh) {}

  private static Split split(Inquiry inquiry, ChangeUnit unit) {
    Set<String> later = laterVersions(inquiry, unit);
    List<Request> requests = new ArrayList<>();
    Together together = new Together();
    for (SampledTrace trace : inquiry.gathered().traces()) {
      for (Span span : trace.spans()) {
        if (serves(inquiry, span, unit) && !start(span).isBefore(inquiry.onset().to())) {
          boolean fresh = replaced(span, unit);
          if (fresh || !later.contains(span.version())) {
            requests.add(
                new Request(
                    span.startNanos(), span.durationNanos(), span.error(), trace.weight(), fresh));
            together.saw(span.startNanos(), fresh);
          }
        }
      }
    }
    Split split = new Split();
    requests.stream().filter(r -> together.covers(r.start)).forEach(split::add);
    return split;
  }

  /** Versions brought out after the accused one: they contain it, so they cannot clear it. */
  static Set<String> laterVersions(Inquiry inquiry, ChangeUnit unit) {
    Instant at = unit.effectiveAt();
    Set<String> later = new HashSet<>();
    for (ChangeUnit other : inquiry.units()) {
      boolean same = unit.service() != null && unit.service().equals(other.service());
      for (Change deploy : other.deploys()) {
        if (same && at != null && deploy.version() != null && deploy.at().isAfter(at)) {
          later.add(deploy.version());
        }
      }
    }
    if (unit.version() != null) {
      later.remove(unit.version());
    }
    return later;
  }

  private static boolean serves(Inquiry inquiry, Span span, ChangeUnit unit) {
    boolean entry = span.kind() == SpanKind.SERVER || span.kind() == SpanKind.CONSUMER;
    String service = Matching.name(inquiry.services(), span.service());
    return (entry || span.parentId() == null) && service != null && service.equals(unit.service());
  }

  static boolean replaced(Span span, ChangeUnit unit) {
    String version = unit.version();
    return (version != null && span.version() != null)
        ? version.equals(span.version())
        : span.instance() != null && unit.instances().contains(span.instance());
  }

  private static Finding judge(Inquiry inquiry, Split split) {
    List<String> evidence = inquiry.cited(EvidenceKind.TRACES);
    if (inquiry.symptoms().contains(Symptom.ERROR)) {
      double before = split.oldErrors.mean();
      double after = split.newErrors.mean();
      boolean worse =
          after - before >= MIN_ERRORS && split.oldErrors.sharePValue(split.newErrors) < MAX_P;
      String sentence =
          "Since the onset the new version fails in "
              + Figures.three(100 * after)
              + " % of requests, the others in "
              + Figures.three(100 * before)
              + " %.";
      return worse || after - before < MIN_ERRORS
          ? finding(worse, sentence, evidence)
          : tooFew(sentence);
    }
    double superiority = split.oldTimes.superiority(split.newTimes);
    double p = split.oldTimes.pValue(split.newTimes);
    boolean worse = superiority >= MIN_SUPERIORITY && p < MAX_P;
    String sentence =
        "Since the onset a request takes "
            + Figures.seconds(split.newTimes.quantile(0.5))
            + " (median) in the new version, "
            + Figures.seconds(split.oldTimes.quantile(0.5))
            + " in the others.";
    return worse || superiority <= EVEN ? finding(worse, sentence, evidence) : tooFew(sentence);
  }

  /** It points that way, and not surely: that clears nobody. */
  private static Finding tooFew(String sentence) {
    return Finding.untestable("too few requests to tell the versions apart: " + sentence);
  }

  static Finding finding(boolean worse, String sentence, List<String> evidence) {
    return (worse ? Finding.supported(sentence, 1, evidence) : Finding.refuted(sentence, evidence))
        .with(Map.of("split", sentence));
  }

  private static Instant start(Span span) {
    return Instant.ofEpochSecond(0, span.startNanos());
  }
}
