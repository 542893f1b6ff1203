package dev.inquest.app.cli.output;

/** What a command found, in each of the three forms. Foreign text in it is already one line. */
public interface Answer {
  /** For people, ending in a line break. */
  String text(Style style);

  /** For a ticket or a chat, ending in a line break. */
  String markdown();

  /** A record for scripts. */
  Object json();
}
