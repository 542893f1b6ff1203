package dev.inquest.connectors.slack;

/**
 * Makes untrusted text harmless in Slack's mrkdwn: mentions, links and formatting that a log line
 * or a label might carry must not act.
 */
final class SlackText {
  /** Slack's limit for a section's text, in characters. */
  static final int SECTION_CHARS = 3_000;

  /** Slack's limit for a header's text, in characters. */
  static final int HEADER_CHARS = 150;

  private SlackText() {}

  /** Escapes the three characters Slack gives a meaning to, then cuts. */
  static String escape(String text, int maxChars) {
    String escaped =
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\u0000", "");
    return cut(escaped, maxChars);
  }

  /** A code block; the text cannot close it. */
  static String code(String text, int maxChars) {
    return "```" + escape(text.replace("```", "'''"), maxChars - 6) + "```";
  }

  /** Plain text, for headers: no mrkdwn is read there. */
  static String plain(String text) {
    return cut(text.replace('\n', ' '), HEADER_CHARS);
  }

  private static String cut(String text, int maxChars) {
    if (text.length() <= maxChars) {
      return text;
    }
    int end = maxChars - 1;
    int entity = text.lastIndexOf('&', end);
    if (entity >= 0 && end - entity < 5 && text.indexOf(';', entity) >= end) {
      end = entity;
    } else if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + "…";
  }
}
