package dev.inquest.app.incident;

import dev.inquest.app.storage.Events;
import dev.inquest.app.storage.Incidents;
import dev.inquest.app.storage.Incidents.Incident;
import dev.inquest.app.storage.Timeline;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.incident.HumanLabel;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what a human said of an incident; the last word counts. */
@Component
public class Labels {
  private final Incidents incidents;
  private final Timeline timeline;
  private final Events events;
  private final IncidentWork work;
  private final Clock clock;

  Labels(Incidents incidents, Timeline timeline, Events events, IncidentWork work, Clock clock) {
    this.incidents = incidents;
    this.timeline = timeline;
    this.events = events;
    this.work = work;
    this.clock = clock;
  }

  /**
   * @param was only with {@code WRONG}; else it is not kept
   * @throws FailureException {@code no-such-incident}
   */
  @Transactional
  public HumanLabel set(String id, HumanLabel.Verdict verdict, @Nullable String was, String by) {
    Incident incident =
        incidents
            .lock(id)
            .orElseThrow(() ->
                new FailureException(
                    Failure.permanent("no-such-incident", id, "there is none of that id")));
    HumanLabel label =
        new HumanLabel(
            verdict,
            verdict == HumanLabel.Verdict.WRONG ? was : null,
            by,
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    incidents.label(id, label);
    String sentence = sentence(label);
    String wire = verdict.name().toLowerCase(Locale.ROOT);
    timeline.add(id, label.at(), "labelled", sentence, Map.of("verdict", wire, "by", by));
    boolean closed = incident.resolvedAt() != null;
    events.tell(
        "labelled", id, closed ? "closed" : "diagnosed", incident.title(), sentence, List.of());
    if (closed) {
      work.labelled(id);
    }
    return label;
  }

  private static String sentence(HumanLabel label) {
    return switch (label.verdict()) {
      case RIGHT -> label.by() + " says that the cause was right.";
      case WRONG ->
          label.by()
              + " says that the cause was wrong"
              + (label.was() == null ? "." : ": it was " + label.was());
      case FALSE_ALARM -> label.by() + " says that it was a false alarm.";
    };
  }
}
