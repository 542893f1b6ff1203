package dev.inquest.playbooks.evolve;

import dev.inquest.playbook.Playbook;
import dev.inquest.playbooks.arena.Arena;
import dev.inquest.playbooks.arena.OpenedTrial;
import dev.inquest.playbooks.arena.Pair;
import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.arena.Trial;
import dev.inquest.playbooks.criticism.FailureClass;
import dev.inquest.playbooks.evolve.seed.SeedStream;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Success is a coin whose chance is a known function of two numbers of one playbook: best where
 * word_scale is 3 and word_floor is 0.2, and nothing else matters.
 */
public final class MadeArena implements Arena {
  public static final String PLAYBOOK = "made.md";

  public static final String LEAK = "leak";

  private static final double WORST = 0.35;
  private static final double HARM = 0.3;
  private static final int POOL = 120;
  private static final int SEALED = 60;
  private static final SortedSet<String> CLASSES = new TreeSet<>(List.of("crash", LEAK, "slow"));

  /** Most of the luck is the task's, so that the two of a pair are often right together. */
  private static final double OF_THE_TASK = 0.7;

  private final double gain;
  private final double ofTheTask;
  private final boolean cheap;
  private final boolean changing;
  private final boolean harming;
  private final Map<Subject, Double> chances = new ConcurrentHashMap<>();
  private final Map<Subject, Long> hashes = new ConcurrentHashMap<>();

  public MadeArena() {
    this(0.4);
  }

  /**
   * @param gain between the worst and the best numbers; 0 where none matters
   */
  public MadeArena(double gain) {
    this(gain, OF_THE_TASK, false, false, false);
  }

  private MadeArena(
      double gain, double ofTheTask, boolean cheap, boolean changing, boolean harming) {
    this.gain = gain;
    this.ofTheTask = ofTheTask;
    this.cheap = cheap;
    this.changing = changing;
    this.harming = harming;
  }

  /** One in which files that do the same fare the same. */
  public static MadeArena withoutLuckOfItsOwn() {
    return new MadeArena(0.4, 1, false, false, false);
  }

  /** One in which all files fare the same. */
  public static MadeArena whereNothingMatters() {
    return new MadeArena(0, 1, false, false, false);
  }

  /** The same, and looking at a catalogue of numbers alone costs hardly anything. */
  public MadeArena whereLooksAreCheap() {
    return new MadeArena(gain, ofTheTask, true, changing, harming);
  }

  /** The same, and each season half of its pool is new. */
  public MadeArena whosePoolChanges() {
    return new MadeArena(gain, ofTheTask, cheap, true, harming);
  }

  /** The same, and leaks are lost to who turns {@code sign_other}. */
  public MadeArena whereSignsHarmLeaks() {
    return new MadeArena(gain, ofTheTask, cheap, changing, true);
  }

  public static Subject.Files start() {
    return files("1.0", "0.35");
  }

  public static Subject.Files files(String scale, String floor) {
    String text =
        """
        ---
        id: made
        version: 1
        match:
          symptoms: [latency]
        hypotheses:
          # Why this stands here.
          - kind: deploy
            test: [timing, word-match]
            prior: 0.10
            weights:
              timing: 1.5
              timing.against: -4.5
              word-match: 3.5
              word-match.against: -1.0
        detect:
          change_point: {method: robust-mean-shift, min_effect: 3.0}
          onset_window: PT45M
          parameters:
            word_scale: %s # times
            word_floor: %s
            sign_other: 0.5
        conclude: {threshold: 0.75, abstain_below: 0.35}
        ---
        # Made

        Prose: with a colon.

        ## Lessons
        """
            .formatted(scale, floor);
    return new Subject.Files(new TreeMap<>(Map.of(PLAYBOOK, text)));
  }

  @Override
  public String name() {
    return "made";
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public SortedSet<String> classes() {
    return CLASSES;
  }

  @Override
  public List<String> pool() {
    return pool(0);
  }

  @Override
  public List<String> pool(int season) {
    int half = POOL / 2;
    int gone = changing ? season * half : 0;
    return IntStream.range(0, POOL)
        .map(i -> i < half ? i : i + gone)
        .mapToObj("p%03d"::formatted)
        .toList();
  }

  @Override
  public SortedSet<String> real() {
    return new TreeSet<>(pool().subList(0, 40));
  }

  @Override
  public SortedSet<String> regression() {
    return new TreeSet<>();
  }

  @Override
  public Pair fresh(long seed, Subject incumbent, Subject candidate) {
    String task = "f%016x".formatted(seed);
    return new Pair(trial(task, seed, incumbent, false), trial(task, seed, candidate, false));
  }

  @Override
  public @Nullable String classOf(long seed) {
    return List.copyOf(CLASSES).get(new SeedStream(seed).below(7, CLASSES.size()));
  }

  @Override
  public Trial pooled(String id, Subject subject) {
    return trial(id, new SeedStream(99).at(Integer.parseInt(id.substring(1))), subject, true);
  }

  @Override
  public boolean alike(Subject one, Subject other) {
    return cheap && one instanceof Subject.Files && other instanceof Subject.Files;
  }

  @Override
  public Subject.Files handicapped(Subject.Files sound) {
    return new Subject.Files(
        new TreeMap<>(
            Map.of(
                PLAYBOOK,
                sound
                    .files()
                    .getOrDefault(PLAYBOOK, "")
                    .replaceFirst("word_floor: \\S+", "word_floor: 0.9"))));
  }

  @Override
  public SortedSet<String> sealed() {
    TreeSet<String> sealed = new TreeSet<>();
    for (int i = 0; i < SEALED; i++) {
      sealed.add((i < 10 ? "small/" : "large/") + "%03d".formatted(i));
    }
    return sealed;
  }

  @Override
  public OpenedTrial open(String id, Subject.Files subject) {
    long number = Integer.parseInt(id.substring(id.indexOf('/') + 1));
    return OpenedTrial.of(trial(id, new SeedStream(77).at(number), subject, false));
  }

  private Trial trial(String task, long seed, Subject subject, boolean pooled) {
    SeedStream luck = new SeedStream(seed);
    double drawn =
        luck.unit(1) < ofTheTask ? luck.unit(2) : new SeedStream(seed ^ hash(subject)).unit(3);
    String its = String.valueOf(classOf(seed));
    return switch (subject) {
      case Subject.Files files -> of(task, its, drawn < chance(files) - harm(files, its), drawn);
      case Subject.Scripted.ABSTAIN ->
          new Trial(task, its, 0, false, false, 0, 10, FailureClass.OUTWEIGHED);
      case Subject.Scripted.LABEL_LEAK -> of(task, its, pooled || drawn < WORST, drawn);
      case Subject.Scripted.LAST_CHANGE -> of(task, its, drawn < 0.1, drawn);
    };
  }

  private static Trial of(String task, String its, boolean right, double drawn) {
    FailureClass failure = drawn > 0.8 ? FailureClass.NOT_SUSPECTED : FailureClass.OUTWEIGHED;
    return new Trial(
        task, its, right ? 1 : 0, true, !right && drawn > 0.98, 0.6, 10, right ? null : failure);
  }

  private long hash(Subject subject) {
    return hashes.computeIfAbsent(
        subject, s -> Long.parseUnsignedLong(s.digest().substring(0, 16), 16));
  }

  private double harm(Subject.Files files, String its) {
    boolean turned = !files.files().getOrDefault(PLAYBOOK, "").contains("sign_other: 0.5\n");
    return harming && its.equals(LEAK) && turned ? HARM : 0;
  }

  private double chance(Subject.Files files) {
    return chances.computeIfAbsent(files, f -> computed(files));
  }

  private double computed(Subject.Files files) {
    Playbook made = files.catalogue().find("made").orElseThrow();
    double scale = StrictMath.log(made.detectParameter("word_scale", 1) / 3);
    double floor = made.detectParameter("word_floor", 0.35) - 0.2;
    return WORST + gain * StrictMath.exp(-scale * scale) * StrictMath.exp(-4 * floor * floor);
  }
}
