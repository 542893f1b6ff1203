package dev.inquest.gate.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times for people: how far away in words, the time itself in UTC beside it. */
public final class Times {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

  private Times() {}

  /**
   * @param relative e.g. {@code in 3 h 58 min}
   * @param machine for the {@code datetime} attribute
   */
  public record Shown(String relative, String utc, String machine) {}

  static Shown shown(Instant at, Instant now) {
    Duration distance = Duration.between(now, at);
    String words = words(distance.abs());
    String relative =
        words.isEmpty() ? "just now" : distance.isNegative() ? words + " ago" : "in " + words;
    return new Shown(relative, UTC.format(at), at.toString());
  }

  private static String words(Duration distance) {
    if (distance.toDays() > 0) {
      return distance.toDays() + " d " + distance.toHoursPart() + " h";
    }
    if (distance.toHours() > 0) {
      return distance.toHours() + " h " + distance.toMinutesPart() + " min";
    }
    if (distance.toMinutes() > 0) {
      return distance.toMinutes() + " min";
    }
    return distance.toSeconds() > 0 ? distance.toSeconds() + " s" : "";
  }
}
