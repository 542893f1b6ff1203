package dev.inquest.lab.demo;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;

/** Tells on standard error what happens, each line with the time since the start. */
final class Teller {
  private final PrintStream out;
  private final boolean colour;
  private final long start = System.nanoTime();

  Teller(PrintStream out, boolean colour) {
    this.out = out;
    this.colour = colour;
  }

  static Teller standard() {
    return new Teller(
        System.err,
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
            && System.getenv("NO_COLOR") == null);
  }

  void say(String text) {
    line("", text);
  }

  /** Something that the whole run turns on. */
  void headline(String text) {
    line("1", text);
  }

  double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  private void line(String style, String text) {
    String time = String.format(Locale.ROOT, "%6.1f s", seconds());
    out.println(
        colour
            ? "\u001b[2m" + time + "\u001b[0m  \u001b[" + style + "m" + text + "\u001b[0m"
            : time + "  " + text);
  }
}
