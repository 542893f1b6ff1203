package dev.inquest.gate.policy;

/** Where and why the linter stopped; never leaves the linter. */
final class SqlRefusal extends RuntimeException {
  private final int line;

  SqlRefusal(int line, String why) {
    super(why);
    this.line = line;
  }

  String sentence() {
    return "line " + line + ": " + getMessage();
  }
}
