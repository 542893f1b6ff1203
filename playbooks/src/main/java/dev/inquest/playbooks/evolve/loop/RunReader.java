package dev.inquest.playbooks.evolve.loop;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.evolve.edit.Patch;
import dev.inquest.playbooks.evolve.log.Entry;
import dev.inquest.playbooks.evolve.log.RunFiles;
import dev.inquest.playbooks.evolve.record.Decision;
import dev.inquest.playbooks.evolve.record.EvolveJson;
import dev.inquest.playbooks.evolve.record.Plan;
import dev.inquest.playbooks.evolve.record.RoundRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A run's rounds from its files, with the playbooks each set out from and tried. */
public final class RunReader {
  private RunReader() {}

  /**
   * @param incumbent whom the round set out from
   * @param at place of its line in the log
   */
  public record Played(
      RoundRecord round, Subject.Files incumbent, Subject.Files candidate, int at) {}

  /**
   * @param text a file's of the run
   * @throws FailureException {@code run-malformed}, or {@code run-tampered} where a diff does not
   *     give the playbooks that were judged
   */
  public static List<Played> rounds(
      List<Entry> entries, UnaryOperator<String> text, Subject.Files start) {
    List<Played> rounds = new ArrayList<>();
    Subject.Files incumbent = start;
    for (Entry entry : entries) {
      if (entry.kind() == Entry.Kind.ROUND) {
        String folder = RunFiles.round(entry.round());
        RoundRecord round =
            new RoundRecord(
                read(text, folder + RunFiles.PLAN, Plan.class),
                read(text, folder + RunFiles.DECISION, Decision.class));
        Subject.Files candidate = candidate(incumbent, text.apply(folder + RunFiles.DIFF));
        boolean fits =
            round.decision().parentSha256().equals(incumbent.digest())
                && round.decision().candidateSha256().equals(candidate.digest())
                && round.round() == rounds.size() + 1
                && round.decision().round() == round.round();
        if (!fits) {
          throw tampered(entry.round() + " judged other playbooks than its diff gives");
        }
        rounds.add(new Played(round, incumbent, candidate, entry.n()));
        incumbent = round.kept() ? candidate : incumbent;
      }
    }
    return rounds;
  }

  /** The playbooks under a folder of the run. */
  public static Subject.Files playbooks(Entry entry, UnaryOperator<String> text, String folder) {
    TreeMap<String, String> files = new TreeMap<>();
    entry.files().keySet().stream()
        .filter(file -> file.startsWith(folder))
        .forEach(file -> files.put(file.substring(folder.length()), text.apply(file)));
    return new Subject.Files(files);
  }

  private static Subject.Files candidate(Subject.Files incumbent, String diff) {
    try {
      return Patch.apply(incumbent, diff);
    } catch (IllegalArgumentException e) {
      throw new FailureException(
          Failure.permanent("run-tampered", "run", "a round's diff does not fit its playbooks"), e);
    }
  }

  private static FailureException tampered(String what) {
    return new FailureException(Failure.permanent("run-tampered", "run", "round " + what));
  }

  private static <T> T read(UnaryOperator<String> text, String file, Class<T> type) {
    return EvolveJson.read(text.apply(file), type, file);
  }
}
