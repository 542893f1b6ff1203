package dev.inquest.app.incident;

import dev.inquest.alert.Alert;
import dev.inquest.alert.AlertStatus;
import dev.inquest.app.storage.Episodes;
import dev.inquest.app.storage.Incidents;
import dev.inquest.incident.IncidentState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes alerts: keeps their episodes and decides which incident each belongs to. */
@Component
public class IncidentDesk {
  /** Grouping is decided by one replica at a time; the number is only a name. */
  private static final long GROUPING_LOCK = 7_305_441_202L;

  private final JdbcClient jdbc;
  private final Episodes episodes;
  private final Incidents incidents;
  private final OpenIncidents open;
  private final Suppressions suppressions;
  private final AlertServices services;
  private final KnownTopology topology;
  private final Grouping grouping;
  private final IncidentIds ids;
  private final IncidentTelling telling;
  private final AlertMetrics metrics;

  IncidentDesk(
      JdbcClient jdbc,
      Episodes episodes,
      Incidents incidents,
      OpenIncidents open,
      Suppressions suppressions,
      AlertServices services,
      KnownTopology topology,
      IncidentProperties properties,
      IncidentIds ids,
      IncidentTelling telling,
      AlertMetrics metrics) {
    this.jdbc = jdbc;
    this.episodes = episodes;
    this.incidents = incidents;
    this.open = open;
    this.suppressions = suppressions;
    this.services = services;
    this.topology = topology;
    this.grouping = new Grouping(properties.grouping().window());
    this.ids = ids;
    this.telling = telling;
    this.metrics = metrics;
  }

  /**
   * @param truncated how many alerts the sender left out
   * @param oneId whether a resolve ends every episode of its fingerprint
   * @param receivedAt of the delivery
   * @param again whether the delivery was taken before: then it counts nowhere a second time
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void take(
      String source,
      List<Alert> alerts,
      int truncated,
      boolean oneId,
      Instant receivedAt,
      boolean again) {
    jdbc.sql("SELECT pg_advisory_xact_lock(:lock)")
        .param("lock", GROUPING_LOCK)
        .query((row, n) -> true)
        .single();
    DeliveryEffects effects = new DeliveryEffects(truncated, receivedAt, again);
    OpenIncidents.Book book = open.load();
    for (Alert alert : alerts) {
      take(source, alert, book, effects);
      if (oneId && alert.status() == AlertStatus.RESOLVED) {
        episodes
            .resolveEarlier(alert, receivedAt)
            .forEach(incident -> effects.resolved(incident, alert));
      }
    }
    telling.tell(effects);
    if (!again) {
      metrics.count(source, alerts);
    }
  }

  private void take(String source, Alert alert, OpenIncidents.Book book, DeliveryEffects effects) {
    Episodes.Upserted upserted =
        episodes.upsert(source, alert, effects.receivedAt(), !effects.again());
    if (alert.status() == AlertStatus.RESOLVED) {
      if (upserted.nowResolved() && upserted.incident() != null) {
        effects.resolved(upserted.incident(), alert);
      }
    } else if (upserted.created()) {
      place(alert, book, effects);
    }
  }

  private void place(Alert alert, OpenIncidents.Book book, DeliveryEffects effects) {
    String service = services.of(alert);
    String suppressed = suppressions.reason(alert, effects.receivedAt()).orElse(null);
    IncidentState state = suppressed == null ? IncidentState.OPEN : IncidentState.SUPPRESSED;
    Optional<String> fitting =
        grouping.place(alert, service, book.in(state), topology.current(), effects.receivedAt());
    String incident = fitting.orElseGet(() -> opened(alert, service, state, suppressed, effects));
    episodes.assign(alert, incident);
    if (fitting.isPresent()) {
      incidents.startedBy(incident, SaneTimes.start(alert, effects.receivedAt()));
      effects.joined(incident, state, alert);
    }
    book.add(state, incident, alert, service, effects.receivedAt());
  }

  private String opened(
      Alert alert,
      @Nullable String service,
      IncidentState state,
      @Nullable String suppressed,
      DeliveryEffects effects) {
    String id = ids.next();
    incidents.insert(
        id,
        state,
        service,
        Titles.of(alert, service),
        effects.receivedAt(),
        SaneTimes.start(alert, effects.receivedAt()));
    effects.opened(id, alert, service, suppressed);
    return id;
  }
}
