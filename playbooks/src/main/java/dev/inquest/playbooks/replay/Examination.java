package dev.inquest.playbooks.replay;

import static java.util.Objects.requireNonNull;

import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.verification.Examined;
import java.util.List;

/**
 * A diagnosis and how it came about.
 *
 * @param examined every hypothesis with its tests
 * @param work points, spans, log records, changes and rows read; never time
 */
public record Examination(Diagnosis diagnosis, List<Examined> examined, long work) {
  public Examination {
    requireNonNull(diagnosis, "diagnosis");
    examined = List.copyOf(examined);
  }
}
