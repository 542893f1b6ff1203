package dev.inquest.playbooks.memory;

import dev.inquest.memory.KnownOrigin;
import dev.inquest.memory.PastIncident;
import dev.inquest.memory.PastIncidents;
import dev.inquest.playbooks.casefile.CaseFile;
import dev.inquest.playbooks.casefile.CaseReader;
import dev.inquest.playbooks.casefile.TruthJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * Labelled incidents of the past as memory: {@code cases/<case-id>/} and {@code truth.jsonl} in one
 * folder, in the forms of any case and its answers. Cases without an answer, and answers that name
 * no place, teach nothing and are left out.
 */
public final class MemoryFolder {
  private MemoryFolder() {}

  /**
   * @throws dev.inquest.failure.FailureException {@code case-malformed} where a part is missing or
   *     not of its form: a memory that cannot be read is not silently a smaller one
   */
  public static PastIncidents read(Path folder) {
    SortedMap<String, List<KnownOrigin>> truth = TruthJson.read(folder);
    List<PastIncident> past = new ArrayList<>();
    for (Path path : CaseReader.cases(folder.resolve("cases"))) {
      List<KnownOrigin> origins = truth.getOrDefault(String.valueOf(path.getFileName()), List.of());
      if (!origins.isEmpty()) {
        CaseFile file = CaseReader.alarms(path);
        past.add(new PastIncident(file.info().id(), file.alerts(), file.topology(), origins));
      }
    }
    return new PastIncidents(past);
  }
}
