package dev.inquest.playbooks.evolve.report;

import dev.inquest.playbooks.evolve.log.Chain;
import dev.inquest.playbooks.evolve.log.Entry;
import dev.inquest.playbooks.evolve.log.RunFiles;
import dev.inquest.playbooks.evolve.loop.RunReader;
import dev.inquest.playbooks.evolve.milestone.MilestoneResult;
import dev.inquest.playbooks.evolve.record.Decision;
import dev.inquest.playbooks.evolve.record.EvolveJson;
import dev.inquest.playbooks.evolve.record.RoundRecord;
import dev.inquest.playbooks.evolve.record.RunFile;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All that a report tells.
 *
 * @param canaries what became of each, by name
 * @param milestones what each found
 * @param criticism the last round's, as Markdown; empty before the first
 * @param ended why; null while the run goes on
 * @param head hash of the log's last line
 */
record Story(
    RunFile run,
    List<RoundRecord> rounds,
    SortedMap<String, Decision> canaries,
    List<MilestoneResult> milestones,
    String criticism,
    @Nullable String ended,
    String head) {
  Story {
    rounds = List.copyOf(rounds);
    milestones = List.copyOf(milestones);
  }

  /**
   * @param read a checked log
   * @param text a file's of the run
   */
  static Story of(Chain.Read read, UnaryOperator<String> text) {
    List<Entry> entries = read.entries();
    List<RoundRecord> rounds =
        RunReader.rounds(
                entries, text, RunReader.playbooks(entries.getFirst(), text, RunFiles.START))
            .stream()
            .map(RunReader.Played::round)
            .toList();
    SortedMap<String, Decision> canaries = new TreeMap<>();
    for (Entry entry : entries) {
      String name = entry.canary();
      if (entry.kind() == Entry.Kind.CANARY && name != null) {
        String file = RunFiles.canary(name) + RunFiles.DECISION;
        canaries.put(name, EvolveJson.read(text.apply(file), Decision.class, file));
      }
    }
    List<MilestoneResult> milestones =
        entries.stream()
            .filter(e -> e.kind() == Entry.Kind.MILESTONE)
            .map(e -> RunFiles.milestone(e.round()) + RunFiles.RESULT)
            .map(file -> EvolveJson.read(text.apply(file), MilestoneResult.class, file))
            .toList();
    String criticism =
        rounds.isEmpty() ? "" : text.apply(RunFiles.round(rounds.size()) + RunFiles.CRITICISM);
    RunFile run = EvolveJson.read(text.apply(RunFiles.RUN), RunFile.class, RunFiles.RUN);
    String ended = entries.getLast().reason();
    return new Story(run, rounds, canaries, milestones, criticism, ended, read.hash());
  }

  List<RoundRecord> kept() {
    return rounds.stream().filter(RoundRecord::kept).toList();
  }

  List<RoundRecord> finalists() {
    return rounds.stream().filter(RoundRecord::confirmation).toList();
  }
}
