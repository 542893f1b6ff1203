package dev.inquest.app.incident;

import dev.inquest.app.storage.EvidenceRows;
import dev.inquest.topology.Topology;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Who calls whom, as the newest investigation saw it; read again at most every few seconds. */
@Component
public class KnownTopology {
  private static final Duration KEPT = Duration.ofSeconds(5);
  private final EvidenceRows evidence;
  private final Clock clock;
  private volatile Seen seen = new Seen(Topology.EMPTY, Instant.MIN);

  private record Seen(Topology topology, Instant until) {}

  KnownTopology(EvidenceRows evidence, Clock clock) {
    this.evidence = evidence;
    this.clock = clock;
  }

  public Topology current() {
    Instant now = clock.instant();
    Seen last = seen;
    if (now.isBefore(last.until())) {
      return last.topology();
    }
    Topology topology = evidence.newestTopology().orElse(Topology.EMPTY);
    seen = new Seen(topology, now.plus(KEPT));
    return topology;
  }
}
