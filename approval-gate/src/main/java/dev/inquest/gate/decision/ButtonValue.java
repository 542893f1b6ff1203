package dev.inquest.gate.decision;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands behind Approve and Reject: an unguessable id of one card, and which revision of its
 * proposal the person saw.
 *
 * @param card 64 hex digits
 * @param revision 1 or more
 */
public record ButtonValue(String card, int revision) {
  private static final Pattern TEXT = Pattern.compile("([0-9a-f]{64})-([1-9][0-9]{0,8})");

  public ButtonValue {
    requireNonNull(card, "card");
  }

  public static Optional<ButtonValue> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    return matcher.matches()
        ? Optional.of(new ButtonValue(matcher.group(1), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  /** As the card carries it. */
  public String text() {
    return card + "-" + revision;
  }
}
