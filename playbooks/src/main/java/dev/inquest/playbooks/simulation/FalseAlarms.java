package dev.inquest.playbooks.simulation;

import dev.inquest.alert.Alert;
import dev.inquest.alert.AlertStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Alerts of days on which nothing is wrong. */
final class FalseAlarms {
  private FalseAlarms() {}

  /**
   * In order of time.
   *
   * @param blip the first step of what is over; meaningful for that kind only
   */
  static List<Alarms.Fired> of(String kind, Dice dice, Incident incident, int blip) {
    Part part = incident.plan().origin();
    int end = incident.end();
    return switch (kind) {
      case HealthyDays.PEAK -> List.of(peak(dice, incident, part));
      case HealthyDays.BLIP ->
          List.of(fired(dice, incident, part, measure(dice), blip + 1, blip + 5));
      case HealthyDays.FLAPPING -> flapping(dice, incident, part);
      default ->
          List.of(
              fired(
                  dice,
                  incident,
                  part,
                  measure(dice),
                  end - Math.max(2, 240 / incident.time().stepSeconds()) - dice.below(3),
                  0));
    };
  }

  private static Measure measure(Dice dice) {
    return dice.chance(0.5) ? Measure.P95 : Measure.ERRORS;
  }

  /** Its threshold lies below what every day's peak reaches. */
  private static Alarms.Fired peak(Dice dice, Incident incident, Part part) {
    int end = incident.end();
    Measure measure = dice.chance(0.6) ? Measure.REQUESTS : Measure.P95;
    return fired(dice, incident, part, measure, end - 4 - dice.below(5), 0);
  }

  private static List<Alarms.Fired> flapping(Dice dice, Incident incident, Part part) {
    Measure measure = measure(dice);
    List<Alarms.Fired> all = new ArrayList<>();
    int times = dice.between(2, 5);
    int gap = Math.max(3, incident.end() / 4 / times);
    for (int i = 0; i < times; i++) {
      int at = incident.end() - (times - i) * gap;
      boolean last = i == times - 1;
      all.add(fired(dice, incident, part, measure, at, last ? 0 : at + Math.max(1, gap / 3)));
    }
    return all;
  }

  private static Alarms.Fired fired(
      Dice dice, Incident incident, Part part, Measure measure, int from, int to) {
    boolean over = to > 0;
    Instant ended = over ? incident.time().at(to) : null;
    Alert alert =
        new Alert(
            dice.hex(16),
            incident.time().at(from),
            ended,
            over ? AlertStatus.RESOLVED : AlertStatus.FIRING,
            Alarms.labels(incident.house(), part, measure, dice.chance(0.4)),
            Map.of(
                "summary",
                Alarms.words(measure) + " of " + part.name() + " is outside its objective"));
    return new Alarms.Fired(alert, from);
  }
}
