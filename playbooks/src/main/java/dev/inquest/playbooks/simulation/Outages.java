package dev.inquest.playbooks.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * Stretches in which nothing is scraped, of one part or of all. Never just where a fault begins.
 */
record Outages(List<Outage> all) {
  private static final int CLEAR_STEPS = 4;

  /** One of them; an empty service is all. */
  record Outage(String service, int from, int to) {}

  Outages {
    all = List.copyOf(all);
  }

  static Outages draw(Dice dice, Incident incident) {
    List<Outage> all = new ArrayList<>();
    int count = incident.difficulty().gaps() > 0 ? dice.below(3) : 0;
    int onset = incident.time().onset();
    for (int i = 0; i < count; i++) {
      int length = Math.max(2, (int) (incident.end() * dice.between(0.02, 0.08)));
      int from = dice.below(Math.max(1, onset - length - CLEAR_STEPS));
      String service = dice.chance(0.3) ? "" : dice.pick(incident.world().parts()).name();
      all.add(new Outage(service, from, from + length));
    }
    return new Outages(all);
  }

  boolean hide(String service, int step) {
    for (Outage outage : all) {
      boolean here = outage.service().isEmpty() || outage.service().equals(service);
      if (here && step >= outage.from() && step < outage.to()) {
        return true;
      }
    }
    return false;
  }
}
