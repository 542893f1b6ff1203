package dev.inquest.app.cli.remote;

import java.util.List;

/** What a command wants to be allowed. */
enum Need {
  READ("viewer"),
  OPERATE("operator"),
  /** Undo, which is urgent. */
  GO_BACK("operator or approver"),
  /** In somebody's name. */
  DECIDE("approver, bound to a named person,");

  private final String role;

  Need(String role) {
    this.role = role;
  }

  /** For sentences, e.g. {@code a token of role viewer}. */
  String role() {
    return role;
  }

  /** Roles that will do, the least first. */
  List<String> roles() {
    return switch (this) {
      case READ -> List.of("viewer", "operator", "approver");
      case OPERATE -> List.of("operator");
      case GO_BACK -> List.of("operator", "approver");
      case DECIDE -> List.of("approver");
    };
  }
}
