package dev.inquest.hypothesis;

import dev.inquest.analysis.Symptom;
import dev.inquest.investigation.Fullness;
import dev.inquest.investigation.Gathered;
import dev.inquest.investigation.Sentences;
import dev.inquest.investigation.Shift;
import dev.inquest.investigation.Shortage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Every resource that fills up. Pools, threads, processors and memory also fill where something
 * else is slow, so each is but one of many; room to store does not, and where it is used up nothing
 * else need be short.
 */
final class ResourceCandidates implements Candidates {
  private static final Pattern STORES =
      Pattern.compile(
          "(?i)disk|file_?system|inode|tablespace|storage|persistent_?volume|volume_(used|usage|util)");

  /** How busy a store is, which passes, is not how full it is. */
  private static final Pattern BUSY =
      Pattern.compile(
          "(?i)(?<![a-z])(io|iops|ops|busy|time|latency|queue|reads?|writes?|throughput)(?![a-z])");

  @Override
  public boolean serves(CauseKind kind) {
    return kind == CauseKind.RESOURCE;
  }

  @Override
  public List<Candidate> find(Raising raising, CauseKind kind) {
    List<Shift> fuller =
        raising.worse().stream()
            .filter(shift -> Symptom.of(shift.series()) == Symptom.SATURATION)
            .toList();
    List<Shift> noRoom =
        fuller.stream().filter(shift -> noRoom(raising.gathered(), shift)).toList();
    List<Candidate> found = new ArrayList<>();
    (noRoom.isEmpty() ? fuller : noRoom)
        .forEach(shift -> found.add(candidate(shift, raising.victims())));
    raising.shortages().stream()
        .map(shortage -> candidate(shortage, raising.victims()))
        .forEach(found::add);
    return found;
  }

  private static boolean noRoom(Gathered gathered, Shift shift) {
    return STORES.matcher(shift.series().name()).find()
        && !BUSY.matcher(shift.series().name()).find()
        && Fullness.share(gathered.metrics(), shift.series(), shift.after())
            .filter(share -> share >= Fullness.NEARLY_FULL)
            .isPresent();
  }

  /** What is said to be short need not be measured. */
  private static Candidate candidate(Shortage shortage, String victims) {
    return new Candidate(
        CauseKind.RESOURCE,
        shortage.service(),
        null,
        null,
        null,
        Sentences.plain(shortage.service())
            + " ran short («"
            + Sentences.plain(shortage.sample())
            + "») and caused what "
            + victims
            + " shows.");
  }

  private static Candidate candidate(Shift shift, String victims) {
    return new Candidate(
        CauseKind.RESOURCE,
        shift.series().service(),
        shift.series().instance(),
        null,
        shift.series().toString(),
        Sentences.name(shift.series()) + " ran short and caused what " + victims + " shows.");
  }
}
