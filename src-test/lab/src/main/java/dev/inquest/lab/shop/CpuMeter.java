package dev.inquest.lab.shop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How busy a server's processes keep the machine, from {@code /proc}. */
public final class CpuMeter {
  /** Of Linux on every common machine; what {@code getconf CLK_TCK} says. */
  private static final double TICKS_PER_SECOND = 100;

  private static final int PARENT = 1;
  private static final int USER = 11;
  private static final int SYSTEM = 12;
  private static final int CHILDREN_USER = 13;
  private static final int CHILDREN_SYSTEM = 14;

  private final long postmaster;
  private long startNanos;
  private double startSeconds;

  public CpuMeter(long postmaster) throws IOException {
    this.postmaster = postmaster;
    restart();
  }

  public void restart() throws IOException {
    startNanos = System.nanoTime();
    startSeconds = seconds();
  }

  /** Share of all cores since the last start, in percent. */
  public double percent() throws IOException {
    double elapsed = (System.nanoTime() - startNanos) / 1e9;
    return 100 * (seconds() - startSeconds) / elapsed / Runtime.getRuntime().availableProcessors();
  }

  private double seconds() throws IOException {
    double sum = 0;
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      for (Path process : (Iterable<Path>) processes.filter(CpuMeter::isProcess)::iterator) {
        sum += ticks(process) / TICKS_PER_SECOND;
      }
    }
    return sum;
  }

  private static boolean isProcess(Path path) {
    return path.getFileName().toString().chars().allMatch(Character::isDigit);
  }

  /** Fields after the command's closing bracket, by proc_pid_stat(5). */
  private long ticks(Path process) throws IOException {
    String stat;
    try {
      stat = Files.readString(process.resolve("stat"));
    } catch (NoSuchFileException e) {
      return 0; // it ended meanwhile
    } catch (IOException e) {
      if (Files.exists(process)) {
        throw e;
      }
      return 0;
    }
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    if (process.getFileName().toString().equals(Long.toString(postmaster))) {
      return sum(fields, USER, SYSTEM, CHILDREN_USER, CHILDREN_SYSTEM);
    }
    return fields[PARENT].equals(Long.toString(postmaster)) ? sum(fields, USER, SYSTEM) : 0;
  }

  private static long sum(String[] fields, int... indices) {
    long sum = 0;
    for (int index : indices) {
      sum += Long.parseLong(fields[index]);
    }
    return sum;
  }
}
