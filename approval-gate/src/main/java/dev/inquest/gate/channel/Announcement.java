package dev.inquest.gate.channel;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident's root message, rewritten in place as the incident goes on. All text is untrusted and
 * escaped by the channel.
 *
 * @param state {@code investigating, diagnosed, asked, fixing, recovered, closed}
 * @param sentence the verdict or what is being looked at
 * @param lines details, most important first
 */
public record Announcement(
    String incident,
    String state,
    String title,
    String sentence,
    List<String> lines,
    Instant at,
    @Nullable String pageUrl) {
  public Announcement {
    lines = List.copyOf(lines);
  }
}
