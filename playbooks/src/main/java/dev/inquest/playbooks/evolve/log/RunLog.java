package dev.inquest.playbooks.evolve.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.playbooks.format.Sha256;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A run's folder while it is being written. First the files, then the line that names them: what no
 * line names was never finished, and is taken away when the run is taken up again. Not thread-safe.
 */
public final class RunLog {
  private final Path folder;
  private final Disk disk;
  private final Clock clock;
  private final List<Entry> entries;
  private String hash;

  private RunLog(Path folder, Disk disk, Clock clock, Chain.Read read) {
    this.folder = folder;
    this.disk = disk;
    this.clock = clock;
    this.entries = new ArrayList<>(read.entries());
    this.hash = read.hash();
  }

  /**
   * Opens a folder, new or left behind by a run that was cut off.
   *
   * @throws FailureException {@code run-tampered}, or {@code run-other} where the folder holds
   *     something that is no run
   */
  public static RunLog open(Path folder, Disk disk, Clock clock) {
    Path log = folder.resolve(RunFiles.LOG);
    refuseForeign(folder, log);
    String text = Files.exists(log) ? RunFiles.text(log) : "";
    int whole = text.lastIndexOf('\n') + 1;
    RunLog opened = new RunLog(folder, disk, clock, Chain.read(text.substring(0, whole)));
    if (whole < text.length()) {
      disk.write(log, text.substring(0, whole).getBytes(UTF_8));
    }
    opened.checkFiles();
    opened.takeAwayUnfinished();
    opened.writeHead();
    return opened;
  }

  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  public boolean started() {
    return !entries.isEmpty();
  }

  public Optional<Entry> find(Predicate<Entry> which) {
    return entries.stream().filter(which).findFirst();
  }

  /**
   * The files of a round or canary; all or none of them come to be.
   *
   * @param below path of their folder, with its {@code /}
   */
  public void folder(
      Entry.Kind kind,
      int round,
      @Nullable String canary,
      String below,
      Map<String, byte[]> files) {
    Path unfinished = folder.resolve(below.replaceFirst("/$", FileDisk.PARTIAL));
    SortedMap<String, String> digests = new TreeMap<>();
    files.forEach((file, bytes) -> {
      disk.write(unfinished.resolve(file), bytes);
      digests.put(below + file, Sha256.of(bytes));
    });
    disk.move(unfinished, folder.resolve(below));
    add(kind, round, canary, null, digests, null, null);
  }

  /** Single files, and the line that names them. */
  public void files(
      Entry.Kind kind,
      Map<String, byte[]> files,
      @Nullable String runKey,
      @Nullable String reason) {
    SortedMap<String, String> digests = new TreeMap<>();
    files.forEach((file, bytes) -> {
      disk.write(folder.resolve(file), bytes);
      digests.put(file, Sha256.of(bytes));
    });
    add(kind, 0, null, null, digests, runKey, reason);
  }

  /**
   * Writes down a candidate before anything is drawn for it; once, however often it is asked.
   *
   * @return when it was
   * @throws FailureException {@code run-tampered} where another one stands there
   */
  public Instant commit(int round, @Nullable String canary, String candidate) {
    Optional<Entry> already =
        find(e ->
            e.kind() == Entry.Kind.COMMIT
                && e.round() == round
                && java.util.Objects.equals(e.canary(), canary));
    if (already.isPresent()) {
      if (!candidate.equals(already.get().candidateSha256())) {
        throw Chain.tampered("round " + round + " was committed to another candidate");
      }
      return already.get().at();
    }
    return add(Entry.Kind.COMMIT, round, canary, candidate, new TreeMap<>(), null, null).at();
  }

  public String read(String file) {
    return RunFiles.text(folder.resolve(file));
  }

  private Entry add(
      Entry.Kind kind,
      int round,
      @Nullable String canary,
      @Nullable String candidate,
      SortedMap<String, String> files,
      @Nullable String runKey,
      @Nullable String reason) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Entry entry =
        new Entry(entries.size(), hash, kind, round, canary, candidate, files, runKey, reason, now);
    disk.append(folder.resolve(RunFiles.LOG), Chain.line(entry).getBytes(UTF_8));
    entries.add(entry);
    hash = Chain.hashOf(entry);
    writeHead();
    return entry;
  }

  private void writeHead() {
    if (!entries.isEmpty()) {
      disk.write(folder.resolve(RunFiles.HEAD), Head.of(entries, hash).bytes());
    }
  }

  /** A run's first file is its key: without that and a log a folder is somebody else's. */
  private static void refuseForeign(Path folder, Path log) {
    boolean run = Files.exists(log) || Files.exists(folder.resolve(RunFiles.KEY));
    boolean empty = !Files.exists(folder) || RunFiles.all(folder).isEmpty();
    if (!run && !empty) {
      throw new FailureException(
          Failure.permanent("run-other", "run", "the folder holds something that is no run"));
    }
  }

  private void checkFiles() {
    for (Entry entry : entries) {
      entry.files().forEach((file, digest) -> Verification.check(folder, file, digest));
    }
  }

  private void takeAwayUnfinished() {
    if (!Files.isDirectory(folder)) {
      return;
    }
    TreeMap<String, String> named = new TreeMap<>();
    entries.forEach(e -> named.putAll(e.files()));
    for (String file : RunFiles.all(folder)) {
      boolean ours =
          file.startsWith(RunFiles.ROUNDS)
              || file.startsWith(RunFiles.CANARIES)
              || file.startsWith(RunFiles.MILESTONES)
              || file.startsWith(RunFiles.START)
              || file.startsWith(RunFiles.PLAYBOOKS)
              || file.endsWith(FileDisk.PARTIAL);
      if (ours && !named.containsKey(file)) {
        disk.delete(top(file));
      }
    }
  }

  /** What is taken away with an unfinished file: a whole round or canary, or the file alone. */
  private Path top(String file) {
    String[] parts = file.split("/", -1);
    boolean folders = parts.length > 2;
    return folder.resolve(folders ? parts[0] + "/" + parts[1] : file);
  }
}
