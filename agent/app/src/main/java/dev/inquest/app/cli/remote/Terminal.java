package dev.inquest.app.cli.remote;

import java.io.Console;
import java.util.Optional;

/** The terminal, where a person sits at both ends of it. */
final class Terminal {
  private Terminal() {}

  static Optional<Console> attended() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal);
  }
}
