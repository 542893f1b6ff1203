package dev.inquest.gate.web;

import dev.inquest.gate.decision.DecisionCommand;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Reads a decision, and names what became of it in HTTP's words. */
final class Choices {
  private Choices() {}

  static DecisionCommand.@Nullable Choice parse(@Nullable String text) {
    return switch (text) {
      case "approve" -> DecisionCommand.Choice.APPROVE;
      case "reject" -> DecisionCommand.Choice.REJECT;
      case null, default -> null;
    };
  }

  static HttpStatus status(String refusal) {
    return switch (refusal) {
      case "wrong-digest", "expired" -> HttpStatus.CONFLICT;
      default -> HttpStatus.FORBIDDEN;
    };
  }

  static String by(String person) {
    return person.isEmpty() ? "" : ", decided by " + person;
  }
}
