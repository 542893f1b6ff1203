package dev.inquest.investigation;

import static java.util.Objects.requireNonNull;

import dev.inquest.analysis.Sign;
import dev.inquest.change.Words;
import dev.inquest.evidence.SeriesId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A resource that a service says it lacks: no space left, out of memory, no free thread.
 *
 * @param share of what fails that says so, in (0, 1]
 * @param sample a text of it; untrusted
 */
public record Shortage(String service, Sign sign, double share, String sample) {
  /** Fewer say it by chance. */
  private static final double LEAST_SHARE = 0.15;

  /** What is lacked, and the words of the series that measure it. */
  private static final Map<Sign, Set<String>> MEASURED =
      Map.of(
          Sign.DISK_FULL,
              Set.of(
                  "disk", "filesystem", "fs", "inode", "inodes", "volume", "storage", "tablespace"),
          Sign.MEMORY_SHORT, Set.of("memory", "mem", "heap", "rss", "ram"),
          Sign.POOLS,
              Set.of(
                  "pool",
                  "connection",
                  "connections",
                  "thread",
                  "threads",
                  "worker",
                  "workers",
                  "file",
                  "files",
                  "fd",
                  "descriptors",
                  "sessions"),
          Sign.CPU, Set.of("cpu", "processor", "load"));

  public Shortage {
    requireNonNull(service, "service");
    requireNonNull(sign, "sign");
    requireNonNull(sample, "sample");
  }

  /** In order of service and sign. */
  public static List<Shortage> in(Failures failures) {
    Map<String, Map<Sign, List<Failure>>> said = new TreeMap<>();
    for (Failure failure : failures.all()) {
      for (Sign sign : MEASURED.keySet()) {
        if (failure.speaksOf(sign)) {
          said.computeIfAbsent(failure.service(), k -> new TreeMap<>())
              .computeIfAbsent(sign, k -> new ArrayList<>())
              .add(failure);
        }
      }
    }
    List<Shortage> found = new ArrayList<>();
    said.forEach((service, bySign) ->
        bySign.forEach((sign, those) -> {
          double share = (double) those.size() / failures.all().size();
          if (share >= LEAST_SHARE) {
            found.add(new Shortage(service, sign, share, those.getFirst().template()));
          }
        }));
    found.sort(Comparator.comparing(Shortage::service).thenComparing(Shortage::sign));
    return found;
  }

  /** Whether the series measures what is lacked. */
  public boolean isMeasuredBy(SeriesId id) {
    return Words.parts(id.name()).stream()
        .anyMatch(MEASURED.getOrDefault(sign, Set.of())::contains);
  }
}
