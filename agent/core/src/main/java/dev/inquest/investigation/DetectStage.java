package dev.inquest.investigation;

import dev.inquest.analysis.AttributeContrast;
import dev.inquest.analysis.AttributeContrast.Separating;
import dev.inquest.analysis.BenjaminiHochberg;
import dev.inquest.analysis.ChangePointDetector;
import dev.inquest.analysis.DetectorSettings;
import dev.inquest.analysis.Detectors;
import dev.inquest.analysis.FiniteSeries;
import dev.inquest.analysis.LevelShift;
import dev.inquest.analysis.OperationComparison;
import dev.inquest.analysis.OperationComparison.Changed;
import dev.inquest.analysis.Season;
import dev.inquest.analysis.SeriesMerger;
import dev.inquest.diagnosis.Onset;
import dev.inquest.evidence.Evidence;
import dev.inquest.evidence.EvidenceBook;
import dev.inquest.evidence.EvidenceKind;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.memory.PastIncidents;
import dev.inquest.playbook.Catalogue;
import dev.inquest.ranking.KeptSigns;
import dev.inquest.ranking.NodeRanker;
import dev.inquest.ranking.NodeRanking;
import dev.inquest.ranking.RankSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which series and operations changed, and when it began. */
final class DetectStage {
  private static final int MAX_SHIFTS = 100;
  private static final int MAX_OPERATIONS = 50;
  private static final int ONSET_VOTES = 5;

  private final Catalogue catalogue;
  private final PastIncidents past;

  DetectStage(Catalogue catalogue, PastIncidents past) {
    this.catalogue = catalogue;
    this.past = past;
  }

  /** What it reads of a catalogue. */
  private record Reads(DetectRules rules, RankSettings ranking) {}

  Object reads(Scope scope) {
    return new Reads(DetectRules.of(catalogue, scope), RankSettings.of(catalogue));
  }

  /** What {@link #notice} reads of it. */
  Object readsToNotice(Scope scope) {
    return DetectRules.of(catalogue, scope);
  }

  private record Candidate(FiniteSeries series, LevelShift shift, double pValue) {}

  /** A series that was looked at, whether or not something was found in it. */
  private record Tested(FiniteSeries series, @Nullable LevelShift shift) {
    double pValue() {
      return shift == null ? 1 : shift.pValue();
    }
  }

  /** Nothing is ranked yet. */
  Detection notice(Scope scope, Gathered gathered, EvidenceBook book) {
    DetectRules rules = DetectRules.of(catalogue, scope);
    List<String> metricEvidence = Cited.ids(gathered, EvidenceKind.METRICS);
    List<Shift> shifts =
        candidates(scope, gathered, rules).stream()
            .sorted(
                Comparator.comparingDouble((Candidate c) -> -Math.abs(c.shift().effect()))
                    .thenComparing(c -> c.series().series().id().toString()))
            .limit(MAX_SHIFTS)
            .map(c -> write(c, rules.method(), metricEvidence, book))
            .toList();
    Matching matching = Matching.of(scope, gathered.metrics());
    Onset shifted = onset(shifts.stream().filter(matching::matches).toList());
    Onset onset = shifted == null ? silenced(scope, gathered, rules) : shifted;
    List<OperationShift> operations = operations(gathered, onset, rules.settings(), book);
    return new Detection(onset, shifts, operations);
  }

  Detection rank(
      Scope scope, Gathered gathered, Detection noticed, KeptSigns kept, EvidenceBook book) {
    Onset onset = noticed.onset();
    NodeRanking ranking = new NodeRanker(catalogue, past).rank(scope, gathered, onset, kept, book);
    return new Detection(
        onset == null ? ranking.onset() : onset, noticed.shifts(), noticed.operations(), ranking);
  }

  private static List<Candidate> candidates(Scope scope, Gathered gathered, DetectRules rules) {
    ChangePointDetector detector = Detectors.find(rules.method());
    DetectorSettings settings = rules.settings();
    Instant origin = scope.window().from();
    double earliest =
        Duration.between(origin, scope.alertedAt().minus(rules.onsetWindow())).toMillis() / 1e3;
    List<Tested> tested = new ArrayList<>();
    for (MetricSeries series : SeriesMerger.merge(gathered.metrics())) {
      FiniteSeries read = FiniteSeries.of(series, origin);
      FiniteSeries finite = Season.without(read, earliest, settings).orElse(read);
      if (finite.size() >= settings.minBefore() + settings.minAfter()) {
        tested.add(
            new Tested(
                finite, finite.find(detector, finite.size(), earliest, settings).orElse(null)));
      }
    }
    return significant(tested, settings.falseDiscoveryRate());
  }

  private static List<Candidate> significant(List<Tested> tested, double rate) {
    double[] adjusted =
        BenjaminiHochberg.adjust(tested.stream().mapToDouble(Tested::pValue).toArray());
    List<Candidate> kept = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      LevelShift shift = tested.get(i).shift();
      if (shift != null && adjusted[i] <= rate) {
        kept.add(new Candidate(tested.get(i).series(), shift, adjusted[i]));
      }
    }
    return kept;
  }

  private static Shift write(
      Candidate candidate, String method, List<String> from, EvidenceBook book) {
    LevelShift s = candidate.shift();
    MetricSeries series = candidate.series().series();
    Onset onset =
        new Onset(
            candidate.series().timeAt(s.lastBefore()), candidate.series().timeAt(s.surelyAfter()));
    Evidence evidence =
        book.computed(
            EvidenceKind.METRIC_SHIFT,
            method + " over " + String.join(",", from) + " " + series.id(),
            Sentences.shift(series.id(), s.before(), s.after()),
            from,
            ShiftFacts.of(series.id(), s, onset, candidate.pValue()));
    return new Shift(
        evidence.id(),
        series.id(),
        onset,
        s.before(),
        s.after(),
        s.effect(),
        s.effectLow(),
        s.effectHigh(),
        candidate.pValue());
  }

  /** The middle of what the strongest matching shifts say; one odd series cannot move it. */
  private static @Nullable Onset onset(List<Shift> matching) {
    List<Onset> votes = matching.stream().limit(ONSET_VOTES).map(Shift::onset).toList();
    if (votes.isEmpty()) {
      return null;
    }
    int middle = (votes.size() - 1) / 2;
    Instant from = votes.stream().map(Onset::from).sorted().toList().get(middle);
    Instant to = votes.stream().map(Onset::to).sorted().toList().get(middle);
    return new Onset(from, to);
  }

  /** What is gone shifts no series; that it went is when it began. */
  private static @Nullable Onset silenced(Scope scope, Gathered gathered, DetectRules rules) {
    Instant alerted = scope.alertedAt();
    Onset before = new Onset(alerted.minus(rules.onsetWindow()), alerted);
    return Silences.about(before, gathered).map(Silence::since).orElse(null);
  }

  private static List<OperationShift> operations(
      Gathered gathered, @Nullable Onset onset, DetectorSettings settings, EvidenceBook book) {
    if (onset == null) {
      return List.of();
    }
    List<String> from = Cited.ids(gathered, EvidenceKind.TRACES);
    double rate = settings.falseDiscoveryRate();
    List<Changed> changed =
        OperationComparison.changed(gathered.traces(), onset.from(), onset.to(), rate);
    List<Separating> separating =
        AttributeContrast.find(gathered.traces(), changed, onset.to(), rate);
    return changed.stream()
        .limit(MAX_OPERATIONS)
        .map(c -> OperationFacts.write(c, separating, from, book))
        .toList();
  }
}
