package dev.inquest.playbooks.evolve.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Where what stands in a run's folder. */
public final class RunFiles {
  public static final String LOG = "log.jsonl";
  public static final String HEAD = "head.json";
  public static final String RUN = "run.json";
  public static final String KEY = "run.key";
  public static final String START = "start/";
  public static final String PLAYBOOKS = "playbooks/";
  public static final String ROUNDS = "rounds/";
  public static final String MILESTONES = "milestones/";
  public static final String CANARIES = "canaries/";
  public static final String DECISION = "decision.json";
  public static final String OUTCOMES = "outcomes.csv";
  public static final String RESULT = "result.json";
  public static final String DIFF = "candidate.diff";
  public static final String PLAN = "plan.json";
  public static final String MEMORY = "memory.md";
  public static final String CRITICISM = "criticism.md";

  /** Made from the record for people; no part of it. */
  public static final String REPORT_PAGE = "report.html";

  /** The same. */
  public static final String REPORT_TEXT = "report.md";

  private static final long MAX_FILE_BYTES = 64L << 20;

  private RunFiles() {}

  /** E.g. {@code rounds/0007/}. */
  public static String round(int round) {
    return ROUNDS + String.format(Locale.ROOT, "%04d/", round);
  }

  /** E.g. {@code milestones/0050/}. */
  public static String milestone(int round) {
    return MILESTONES + String.format(Locale.ROOT, "%04d/", round);
  }

  public static String canary(String name) {
    return CANARIES + name + "/";
  }

  /** Of at most 64 MiB. */
  static byte[] read(Path file) {
    try {
      if (Files.size(file) > MAX_FILE_BYTES) {
        throw Chain.tampered("a file of the run is larger than any that is written");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path file) {
    return new String(read(file), StandardCharsets.UTF_8);
  }

  /** Every file below the folder, with {@code /} between names; links are not followed. */
  static SortedSet<String> all(Path folder) {
    try (Stream<Path> inside = Files.walk(folder)) {
      SortedSet<String> all = new TreeSet<>();
      inside
          .filter(p -> !Files.isDirectory(p, LinkOption.NOFOLLOW_LINKS))
          .forEach(p -> all.add(folder.relativize(p).toString().replace('\\', '/')));
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
