package dev.inquest.gate.channel;

import dev.inquest.failure.FailureException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts and rewrites root messages; a channel that is down is tried again, a bounded number of
 * times.
 */
public final class Announcer {
  private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int MAX_ATTEMPTS = 10;
  private static final int BATCH = 20;

  private final TransactionOperations transactions;
  private final AnnouncementStore store;
  private final Map<String, Channel> channels;

  /**
   * @param channels by name
   */
  public Announcer(
      TransactionOperations transactions, AnnouncementStore store, Map<String, Channel> channels) {
    this.transactions = transactions;
    this.store = store;
    this.channels = Map.copyOf(channels);
  }

  /** One round. */
  public void poll() {
    boolean more = !channels.isEmpty();
    for (int done = 0; more && done < BATCH; done++) {
      more = Objects.requireNonNull(transactions.execute(_ -> postOne()));
    }
  }

  private boolean postOne() {
    return store
        .lockBehind(MAX_ATTEMPTS)
        .map(behind -> {
          post(behind);
          return true;
        })
        .orElse(false);
  }

  private void post(AnnouncementStore.Behind behind) {
    Channel channel = channels.get(behind.connector());
    if (channel == null) {
      store.later(behind, MAX_ATTEMPTS, Duration.ZERO);
      return;
    }
    try {
      store.posted(behind, channel.announce(announcement(behind), behind.earlier()));
    } catch (FailureException e) {
      LOG.warn("{} was not told of {}: {}", channel.name(), behind.incident(), e.failure().code());
      boolean again = e.failure().retryable();
      store.later(
          behind, again ? behind.attempts() + 1 : MAX_ATTEMPTS, Backoff.after(behind.attempts()));
    } catch (JacksonException e) {
      LOG.warn("event {} is no announcement", behind.event());
      store.later(behind, MAX_ATTEMPTS, Duration.ZERO);
    }
  }

  private static Announcement announcement(AnnouncementStore.Behind behind) {
    JsonNode body = MAPPER.readTree(behind.body());
    List<String> lines = new ArrayList<>();
    body.path("lines").forEach(line -> lines.add(line.asString("")));
    return new Announcement(
        behind.incident(),
        body.path("state").asString("investigating"),
        body.path("title").asString(""),
        body.path("sentence").asString(""),
        lines,
        behind.at(),
        body.path("url").isString() ? body.path("url").stringValue() : null);
  }
}
