package dev.inquest.playbooks.arena.incidents;

import static java.util.Objects.requireNonNull;

import dev.inquest.change.Change;
import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.playbooks.arena.Arena;
import dev.inquest.playbooks.arena.CaseScore;
import dev.inquest.playbooks.arena.OpenedTrial;
import dev.inquest.playbooks.arena.Pair;
import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.arena.Trial;
import dev.inquest.playbooks.casefile.Answer;
import dev.inquest.playbooks.criticism.FailureClass;
import dev.inquest.playbooks.format.Sha256;
import dev.inquest.playbooks.replay.Examination;
import dev.inquest.playbooks.replay.Replay;
import dev.inquest.playbooks.simulation.Simulator;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whole incidents: simulated ones, fresh from a seed or stored, and those that happened. */
public final class IncidentArena implements Arena {
  /** Raised whenever the simulator, the scoring or the engine judges otherwise. */
  private static final String VERSION = "7";

  private static final int MOST_REGRESSION = 50;
  private static final double UNSTATED = 0.5;

  private static final Pattern THRESHOLD = Pattern.compile("threshold: [0-9.]+");

  /** Hardly any cause is ever that likely, so hardly any is named. */
  private static final String SHY = "threshold: 0.999";

  private final Engines engines = new Engines();
  private final Map<String, LabelledCase> training = new LinkedHashMap<>();
  private final MadeCases made;
  private final Observations observations;
  private final SortedSet<String> regression;
  private final SortedMap<String, LabelledCase> sealed = new TreeMap<>();
  private final Giveaways giveaways;
  private final String poolDigest;

  /**
   * @param stored whose training half joins the pool
   * @param simulated how many made cases the pool of a season holds beside them
   */
  public IncidentArena(StoredCases stored, int simulated) {
    stored.training().forEach(c -> training.put(c.id(), c));
    stored.sealed().forEach(c -> sealed.put(c.id(), c));
    this.made = new MadeCases(simulated);
    this.observations = new Observations(training.size() + made.most());
    List<LabelledCase> first =
        Stream.concat(training.values().stream(), made.ids().stream().map(made::of)).toList();
    this.regression =
        ids(first.stream().filter(c -> c.answer().causes().size() <= 1).limit(MOST_REGRESSION));
    this.giveaways = Giveaways.of(first);
    this.poolDigest = digest(first);
  }

  @Override
  public String name() {
    return "incidents";
  }

  @Override
  public String version() {
    return VERSION + "/" + poolDigest;
  }

  @Override
  public SortedSet<String> classes() {
    SortedSet<String> classes = new TreeSet<>(Simulator.kinds());
    classes.add(StoredCases.CLASS);
    return Collections.unmodifiableSortedSet(classes);
  }

  @Override
  public List<String> pool() {
    return pool(0);
  }

  @Override
  public List<String> pool(int season) {
    return Stream.concat(training.keySet().stream(), made.ids(season, regression).stream())
        .toList();
  }

  @Override
  public SortedSet<String> real() {
    return ids(training.values().stream());
  }

  /** Real cases before made ones, with one acceptable cause or none. */
  @Override
  public SortedSet<String> regression() {
    return regression;
  }

  @Override
  public Pair fresh(long seed, Subject incumbent, Subject candidate) {
    LabelledCase fresh = made.make("f%016x".formatted(seed), seed);
    Observations own = new Observations(1);
    return new Pair(play(fresh, incumbent, own, false), play(fresh, candidate, own, false));
  }

  /** What was meant, for one seed in some hundreds gives another kind in the end. */
  @Override
  public String classOf(long seed) {
    return Simulator.drawnKind(seed);
  }

  @Override
  public Trial pooled(String id, Subject subject) {
    LabelledCase happened = training.get(id);
    return play(happened == null ? made.of(id) : happened, subject, observations, true);
  }

  /** Who sees alike only asks a little otherwise, or weighs otherwise what was found. */
  @Override
  public boolean alike(Subject one, Subject other) {
    return one instanceof Subject.Files here
        && other instanceof Subject.Files there
        && engines.of(here).sight().equals(engines.of(there).sight());
  }

  @Override
  public Subject.Files handicapped(Subject.Files sound) {
    return new Subject.Files(
        sound.files().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    e -> THRESHOLD.matcher(e.getValue()).replaceAll(SHY),
                    (a, b) -> a,
                    TreeMap::new)));
  }

  @Override
  public SortedSet<String> sealed() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(sealed.keySet()));
  }

  @Override
  public OpenedTrial open(String id, Subject.Files subject) {
    LabelledCase opened = requireNonNull(sealed.get(id), "no such case");
    return OpenedTrial.of(play(opened, subject, new Observations(1), false));
  }

  /** Of the answers: another pool has another. */
  private static String digest(Collection<LabelledCase> pool) {
    StringBuilder all = new StringBuilder();
    pool.forEach(c -> all.append(c.id()).append(' ').append(c.answer()).append('\n'));
    return Sha256.of(all.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 12);
  }

  private Trial play(LabelledCase of, Subject subject, Observations seen, boolean pooled) {
    return switch (subject) {
      case Subject.Files files -> diagnosed(of, files, seen);
      case Subject.Scripted.ABSTAIN -> said(of, false, false);
      case Subject.Scripted.LAST_CHANGE -> said(of, true, lastChangeIsGuilty(of));
      case Subject.Scripted.LABEL_LEAK -> said(of, true, pooled || giveaways.right(of));
    };
  }

  private Trial diagnosed(LabelledCase of, Subject.Files files, Observations seen) {
    Examination examination;
    try {
      Replay replay = engines.of(files);
      examination = replay.judge(of.file(), seen.of(of, replay));
    } catch (RuntimeException broken) {
      // Playbooks on which the engine trips are wrong; the run goes on.
      return new Trial(of.id(), of.taskClass(), 0, false, false, 0, 0, null);
    }
    CaseScore score = CaseScore.of(examination.diagnosis(), of.answer());
    return new Trial(
        of.id(),
        of.taskClass(),
        score.right() ? 1 : 0,
        score.answered(),
        score.confidentlyWrong(),
        confidence(examination.diagnosis()),
        Belief.inTruth(examination.diagnosis(), of.answer()),
        examination.work(),
        failure(of, score, examination));
  }

  /**
   * Of a cause that is named. Any other verdict states none: what it lists are the likeliest
   * accounts, each with its own probability, and it may be right whichever of them it was.
   */
  private static double confidence(Diagnosis diagnosis) {
    return switch (diagnosis) {
      case Diagnosis.Identified named -> named.details().causes().getFirst().confidence();
      case Diagnosis.Inconclusive _ -> 0;
      case Diagnosis.NoCodeCause _, Diagnosis.Healthy _ -> UNSTATED;
    };
  }

  private static @Nullable FailureClass failure(
      LabelledCase of, CaseScore score, Examination examination) {
    return score.right() ? null : Astray.of(of.file(), of.answer(), examination);
  }

  private static Trial said(LabelledCase of, boolean answered, boolean right) {
    return new Trial(
        of.id(),
        of.taskClass(),
        right ? 1 : 0,
        answered,
        answered && !right,
        answered ? 1 : 0,
        1,
        null);
  }

  private static boolean lastChangeIsGuilty(LabelledCase of) {
    Answer answer = of.answer();
    return answer.verdict() == Answer.Verdict.IDENTIFIED
        && of.file().changes().stream()
            .max(Comparator.comparing(Change::at).thenComparing(Change::id))
            .filter(last -> answer.causes().stream().anyMatch(c -> last.id().equals(c.change())))
            .isPresent();
  }

  private static SortedSet<String> ids(Stream<LabelledCase> cases) {
    return Collections.unmodifiableSortedSet(
        cases.map(LabelledCase::id).collect(Collectors.toCollection(TreeSet::new)));
  }
}
