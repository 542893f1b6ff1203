package dev.inquest.app.investigation;

import dev.inquest.app.incident.IncidentWork;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** What incidents ask for, as durable work. */
@Component
class ScheduledIncidentWork implements IncidentWork {
  private static final Duration FIRST_LOOK = Duration.ofSeconds(2);
  private final WorkQueue queue;
  private final InvestigationStarter starter;
  private final InvestigationProperties properties;

  ScheduledIncidentWork(
      WorkQueue queue, InvestigationStarter starter, InvestigationProperties properties) {
    this.queue = queue;
    this.starter = starter;
    this.properties = properties;
  }

  @Override
  public void opened(String incident) {
    starter.start(incident, "alert");
    for (Duration after : properties.again()) {
      queue.schedule(Work.AGAIN, incident + "/again+" + shown(after), incident, after);
    }
    queue.schedule(Work.WATCH, incident, incident, FIRST_LOOK);
  }

  @Override
  public void joined(String incident) {
    queue.schedule(Work.AGAIN, incident + "/joined", incident, properties.joinedDelay());
  }

  @Override
  public void labelled(String incident) {
    queue.schedule(Work.LEARN, incident, incident, Duration.ZERO);
  }

  @Override
  public void touched(String incident) {
    queue.schedule(Work.WATCH, incident, incident, FIRST_LOOK);
    queue.hasten(Work.WATCH, incident);
  }

  /** For example {@code 1m}. */
  private static String shown(Duration duration) {
    long seconds = duration.toSeconds();
    return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }
}
