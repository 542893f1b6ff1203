package dev.inquest.app.cli.output;

import static java.util.Objects.requireNonNull;

import dev.inquest.app.storage.CleanText;

/**
 * One thing that was looked at.
 *
 * @param area a word or two, e.g. {@code database}
 * @param what one sentence
 * @param fix what to change or type; empty where there is nothing to do
 */
public record Finding(Level level, String area, String what, String fix) {
  private static final int MAX_CHARS = 600;

  public Finding {
    requireNonNull(level, "level");
    area = CleanText.of(area, MAX_CHARS);
    what = sentence(CleanText.of(what, MAX_CHARS));
    fix = sentence(CleanText.of(fix, MAX_CHARS));
  }

  public static Finding ok(String area, String what) {
    return new Finding(Level.OK, area, what, "");
  }

  public static Finding note(String area, String what, String fix) {
    return new Finding(Level.NOTE, area, what, fix);
  }

  public static Finding warning(String area, String what, String fix) {
    return new Finding(Level.WARNING, area, what, fix);
  }

  public static Finding problem(String area, String what, String fix) {
    return new Finding(Level.PROBLEM, area, what, fix);
  }

  /** Others' complaints come in lower case and without a full stop; statements stay as they are. */
  private static String sentence(String text) {
    String plain = text.strip();
    if (plain.isEmpty() || ".;!?…".indexOf(plain.charAt(plain.length() - 1)) >= 0) {
      return plain;
    }
    return plain + ".";
  }
}
