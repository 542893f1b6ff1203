package dev.inquest.app.playbooks;

import dev.inquest.playbooks.arena.Arena;
import dev.inquest.playbooks.arena.Pair;
import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.arena.Trial;
import dev.inquest.playbooks.evolve.seed.SeedStream;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Success is a coin; whatever is not as it is built in has the better one, so that a run keeps
 * soon.
 */
final class AnyEditArena implements Arena {
  private static final String BROKEN = "word_scale: 0.123";
  private static final String BUILT_IN = texts(Subject.Files.builtIn());
  private static final double WORST = 0.35;
  private static final double BEST = 0.75;

  @Override
  public String name() {
    return "any-edit";
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public SortedSet<String> classes() {
    return new TreeSet<>(List.of("slow"));
  }

  @Override
  public List<String> pool() {
    return IntStream.range(0, 120).mapToObj(i -> "p%03d".formatted(i)).toList();
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
  public String classOf(long seed) {
    return "slow";
  }

  @Override
  public Trial pooled(String id, Subject subject) {
    return trial(id, Integer.parseInt(id.substring(1)), subject, true);
  }

  @Override
  public Subject.Files handicapped(Subject.Files sound) {
    String file = "bad-deploy.md";
    String text = sound.files().getOrDefault(file, "");
    return sound.with(file, text.replaceFirst("word_scale: \\S+", BROKEN));
  }

  private Trial trial(String task, long seed, Subject subject, boolean pooled) {
    double drawn = new SeedStream(seed).unit(2);
    return switch (subject) {
      case Subject.Files files -> of(task, drawn < chance(files));
      case Subject.Scripted.ABSTAIN -> new Trial(task, "slow", 0, false, false, 0, 10, null);
      case Subject.Scripted.LABEL_LEAK -> of(task, pooled || drawn < WORST);
      case Subject.Scripted.LAST_CHANGE -> of(task, drawn < 0.1);
    };
  }

  private static Trial of(String task, boolean right) {
    return new Trial(task, "slow", right ? 1 : 0, true, false, 0.6, 10, null);
  }

  private static double chance(Subject.Files files) {
    String text = texts(files);
    if (text.contains(BROKEN)) {
      return 0.1;
    }
    return text.equals(BUILT_IN) ? WORST : BEST;
  }

  /** Without what nobody reads. */
  private static String texts(Subject.Files files) {
    return files.files().values().stream().map(String::strip).collect(Collectors.joining("\n"));
  }
}
