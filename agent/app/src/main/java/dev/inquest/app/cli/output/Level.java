package dev.inquest.app.cli.output;

/** How bad a finding is, the worst first. */
public enum Level {
  /** Does not work, or is not safe. */
  PROBLEM,
  /** Works, and will disappoint somebody. */
  WARNING,
  /** Worth knowing. */
  NOTE,
  OK;

  String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  String styled(Style style) {
    return switch (this) {
      case PROBLEM -> style.bad(word());
      case WARNING -> style.warning(word());
      case NOTE -> word();
      case OK -> style.good(word());
    };
  }
}
