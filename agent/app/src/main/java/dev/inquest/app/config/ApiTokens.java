package dev.inquest.app.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tokens that may approve belong to the gate alone. */
final class ApiTokens {
  private static final Pattern ENTRY = Pattern.compile("(inquest\\.api\\.tokens\\[\\d+\\])\\..*");

  private ApiTokens() {}

  /** Whether a setting belongs to the entry of an approver's token. */
  static boolean isApprovers(Settings settings, String name) {
    Matcher entry = ENTRY.matcher(name);
    return entry.matches()
        && settings.get(entry.group(1) + ".role", "viewer").equalsIgnoreCase("approver");
  }
}
