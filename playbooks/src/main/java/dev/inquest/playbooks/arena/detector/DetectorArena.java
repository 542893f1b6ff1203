package dev.inquest.playbooks.arena.detector;

import static java.util.Objects.requireNonNull;

import dev.inquest.playbooks.arena.Arena;
import dev.inquest.playbooks.arena.OpenedTrial;
import dev.inquest.playbooks.arena.Pair;
import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.arena.Trial;
import dev.inquest.playbooks.evolve.seed.SeedStream;
import dev.inquest.playbooks.format.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
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

/** Single series: made ones, fresh from a seed or stored, and those that happened. */
public final class DetectorArena implements Arena {
  /** Raised whenever the maker, the scoring or the detector judges otherwise. */
  private static final String VERSION = "1";

  /** Of the stored made series; far from whatever a run key gives. */
  private static final SeedStream POOL_SEEDS = new SeedStream(0x706f6f6c32L);

  private static final int MOST_REGRESSION = 50;
  private static final Pattern THRESHOLD = Pattern.compile("threshold: [0-9.]+");

  /**
   * Much is that surprising, so series of every kind get false alarms. One that is hardly ever
   * reached would mend the clean series, and the guards would be right to refuse its opposite.
   */
  private static final String NERVOUS = "threshold: 0.25";

  private final Watchers watchers = new Watchers();
  private final Map<String, LabelledSeries> pool = new LinkedHashMap<>();
  private final SortedMap<String, LabelledSeries> sealed = new TreeMap<>();
  private final Hearsay hearsay;
  private final String poolDigest;

  /**
   * @param stored whose training half joins the pool
   * @param made how many made series the pool holds beside them
   */
  DetectorArena(StoredSeries stored, int made) {
    stored.training().forEach(s -> pool.put(s.id(), s));
    for (int i = 0; i < made; i++) {
      String id = "s%04d".formatted(i);
      pool.put(id, SeriesMaker.make(id, POOL_SEEDS.at(i)));
    }
    stored.sealed().forEach(s -> sealed.put(s.id(), s));
    this.hearsay = Hearsay.of(pool.values());
    this.poolDigest = digest(pool.values());
  }

  @Override
  public String name() {
    return DetectorArenas.NAME;
  }

  @Override
  public String version() {
    return VERSION + "/" + poolDigest;
  }

  @Override
  public SortedSet<String> classes() {
    SortedSet<String> classes = new TreeSet<>();
    Arrays.stream(Anomaly.values()).map(Anomaly::taskClass).forEach(classes::add);
    classes.add(StoredSeries.CLASS);
    return Collections.unmodifiableSortedSet(classes);
  }

  @Override
  public List<String> pool() {
    return List.copyOf(pool.keySet());
  }

  @Override
  public SortedSet<String> real() {
    return ids(pool.values().stream().filter(s -> s.taskClass().equals(StoredSeries.CLASS)));
  }

  /** Made ones that nobody could miss. */
  @Override
  public SortedSet<String> regression() {
    return ids(pool.values().stream().filter(LabelledSeries::plain).limit(MOST_REGRESSION));
  }

  @Override
  public SortedSet<String> sealed() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(sealed.keySet()));
  }

  @Override
  public String classOf(long seed) {
    return SeriesMaker.classOf(seed);
  }

  /** Only the numbers of a lone series: no other would change anything here. */
  @Override
  public Subject.Files beginning() {
    return LoneSeries.playbook();
  }

  @Override
  public Pair fresh(long seed, Subject incumbent, Subject candidate) {
    LabelledSeries made = SeriesMaker.make("f%016x".formatted(seed), seed);
    return new Pair(play(made, incumbent, false), play(made, candidate, false));
  }

  @Override
  public Trial pooled(String id, Subject subject) {
    return play(requireNonNull(pool.get(id), "no such series in the pool"), subject, true);
  }

  /** Counts as the benchmark does: what was gained above silence, of what could be. */
  @Override
  public OpenedTrial open(String id, Subject.Files subject) {
    LabelledSeries series = requireNonNull(sealed.get(id), "no such series");
    Watcher watcher = watchers.of(subject);
    double[] scores = watcher.scores(series.values());
    NabScore score = NabScore.of(scores, series.windows(), watcher.threshold());
    Trial trial = Judge.trial(series, scores, watcher.threshold());
    return new OpenedTrial(trial, score.points(), score.of());
  }

  @Override
  public Subject.Files handicapped(Subject.Files sound) {
    return new Subject.Files(
        sound.files().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    e -> THRESHOLD.matcher(e.getValue()).replaceAll(NERVOUS),
                    (a, b) -> a,
                    TreeMap::new)));
  }

  private Trial play(LabelledSeries of, Subject subject, boolean pooled) {
    return switch (subject) {
      case Subject.Files files -> {
        Watcher watcher = watchers.of(files);
        yield Judge.trial(of, watcher.scores(of.values()), watcher.threshold());
      }
      case Subject.Scripted.ABSTAIN -> Judge.silent(of);
      // There are no changes to accuse: it takes every row for an anomaly.
      case Subject.Scripted.LAST_CHANGE -> Judge.always(of);
      case Subject.Scripted.LABEL_LEAK ->
          pooled ? knownByHeart(of) : Judge.told(of, hearsay.row(of));
    };
  }

  private static Trial knownByHeart(LabelledSeries of) {
    int learning = NabScore.learning(of.values().length);
    return Judge.told(
        of,
        of.windows().stream()
            .filter(w -> w.right() >= learning)
            .mapToInt(w -> Math.max(learning, w.left()))
            .toArray());
  }

  /** Of values and windows: another pool has another. */
  private static String digest(Collection<LabelledSeries> pool) {
    StringBuilder all = new StringBuilder();
    pool.forEach(s ->
        all.append(s.id())
            .append(' ')
            .append(Arrays.hashCode(s.values()))
            .append(' ')
            .append(s.windows())
            .append('\n'));
    return Sha256.of(all.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 12);
  }

  private static SortedSet<String> ids(Stream<LabelledSeries> series) {
    return Collections.unmodifiableSortedSet(
        series.map(LabelledSeries::id).collect(Collectors.toCollection(TreeSet::new)));
  }
}
