package dev.inquest.playbooks.evolve.loop;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.evolve.edit.Diff;
import dev.inquest.playbooks.evolve.log.RunFiles;
import dev.inquest.playbooks.evolve.memory.LessonBook;
import dev.inquest.playbooks.evolve.memory.Patterns;
import dev.inquest.playbooks.evolve.memory.RoundMemory;
import dev.inquest.playbooks.evolve.record.EvolveJson;
import dev.inquest.playbooks.evolve.record.RoundRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The six files of a round. */
final class RoundWriter {
  private RoundWriter() {}

  /**
   * @param before rounds before it
   * @param incumbent whom it set out from
   */
  static Map<String, byte[]> files(
      RoundRecord round,
      List<RoundRecord> before,
      Subject.Files incumbent,
      Subject.Files candidate,
      Patterns criticism,
      byte[] outcomes,
      int memoryBytes) {
    List<RoundRecord> all = new ArrayList<>(before);
    all.add(round);
    String memory = RoundMemory.markdown(round, LessonBook.of(all, memoryBytes));
    return Map.of(
        RunFiles.MEMORY, memory.getBytes(UTF_8),
        RunFiles.CRITICISM, criticism.markdown(round.round()).getBytes(UTF_8),
        RunFiles.PLAN, EvolveJson.file(round.plan()),
        RunFiles.DIFF, Diff.of(incumbent, candidate).getBytes(UTF_8),
        RunFiles.OUTCOMES, outcomes,
        RunFiles.DECISION, EvolveJson.file(round.decision()));
  }
}
