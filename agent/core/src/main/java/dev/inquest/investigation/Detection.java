package dev.inquest.investigation;

import dev.inquest.diagnosis.Onset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changed.
 *
 * @param onset of the incident; null where nothing shifted
 * @param shifts strongest first
 * @param operations strongest first
 */
public record Detection(
    @Nullable Onset onset, List<Shift> shifts, List<OperationShift> operations) {
  public Detection {
    shifts = List.copyOf(shifts);
    operations = List.copyOf(operations);
  }
}
