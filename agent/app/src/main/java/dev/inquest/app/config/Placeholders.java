package dev.inquest.app.config;

import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code ${NAME}} and {@code ${NAME:otherwise}} of the file, from the environment of whoever reads
 * it: the two processes are started without it and could not.
 */
final class Placeholders {
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::([^}]*))?}");

  private Placeholders() {}

  /**
   * @param missing is told each name that the environment lacks; its place is left empty
   */
  static String resolve(String value, Map<String, String> environment, Consumer<String> missing) {
    Matcher matcher = PLACEHOLDER.matcher(value);
    return matcher.replaceAll(found ->
        Matcher.quoteReplacement(given(found.group(1), found.group(2), environment, missing)));
  }

  private static String given(
      String name,
      @Nullable String otherwise,
      Map<String, String> environment,
      Consumer<String> missing) {
    String given = environment.get(name);
    if (given != null) {
      return given;
    }
    if (otherwise == null) {
      missing.accept(name);
      return "";
    }
    return otherwise;
  }
}
