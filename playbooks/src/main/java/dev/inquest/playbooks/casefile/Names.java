package dev.inquest.playbooks.casefile;

import java.util.Arrays;
import java.util.Locale;

/** Enum constants by their wire form, the lower-case name. */
final class Names {
  private Names() {}

  static <E extends Enum<E>> E of(Class<E> type, JsonCursor cursor) {
    String text = cursor.text();
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> wire(constant).equals(text))
        .findFirst()
        .orElseThrow(
            () -> cursor.malformed("\"" + text + "\" is none of " + Arrays.toString(wires(type))));
  }

  static String wire(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String[] wires(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants()).map(Names::wire).toArray(String[]::new);
  }
}
