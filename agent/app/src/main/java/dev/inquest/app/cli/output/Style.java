package dev.inquest.app.cli.output;

import picocli.CommandLine.Help.Ansi;

/** Colours where they are wanted; words say the same without them. */
public record Style(boolean colour) {
  /** Coloured on a terminal, unless {@code NO_COLOR} is set. */
  static Style here() {
    return new Style(Ansi.AUTO.enabled());
  }

  public String good(String text) {
    return sgr("32", text);
  }

  public String warning(String text) {
    return sgr("33", text);
  }

  public String bad(String text) {
    return sgr("1;31", text);
  }

  public String faint(String text) {
    return sgr("2", text);
  }

  private String sgr(String code, String text) {
    return colour ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
  }
}
