package dev.inquest.lab.story;

import java.util.Locale;

/** How a shop numbers its migrations. */
public enum Numbering {
  PLAIN("V%d__%s.sql"),
  PADDED("V%03d__%s.sql");

  private final String format;

  Numbering(String format) {
    this.format = format;
  }

  /** E.g. {@code db/migration/V007__gift_cards.sql}. */
  public String path(int number, String name) {
    return "db/migration/" + String.format(Locale.ROOT, format, number, name);
  }
}
