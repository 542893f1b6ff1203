package dev.inquest.connectors.slack;

import dev.inquest.gate.channel.Card;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cards for tests. */
final class Cards {
  private Cards() {}

  static Card asked(String diff, String verdict) {
    return card(diff, verdict, "asked", null);
  }

  static Card card(String diff, String verdict, String state, @Nullable String outcome) {
    return new Card(
        "pr-abc-1",
        "inc-1",
        "button-opaque-1",
        1,
        "Add an index to deliveries(parcel)",
        verdict,
        "0123456789abcdef0123456789abcdef",
        "medium",
        List.of("only new files in db/migration", "the SQL passes the linter"),
        List.of("p95 rose from 12 ms to 240 ms"),
        List.of("no logs were read"),
        diff,
        "DROP INDEX CONCURRENTLY deliveries_parcel",
        "http://127.0.0.1:8081/proposals/pr-abc-1",
        Instant.parse("2026-03-01T03:30:00Z"),
        state,
        outcome);
  }
}
