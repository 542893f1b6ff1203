package dev.inquest.playbooks.evolve;

import dev.inquest.playbooks.evolve.record.Arm;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code no-memory} and the like. */
final class ArmConverter implements ITypeConverter<Arm> {
  @Override
  public Arm convert(String text) {
    for (Arm arm : Arm.values()) {
      if (arm.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) {
        return arm;
      }
    }
    throw new TypeConversionException("full, no-memory, no-criticism or random-proposer");
  }
}
