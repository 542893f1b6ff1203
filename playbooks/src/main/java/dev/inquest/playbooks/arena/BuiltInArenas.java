package dev.inquest.playbooks.arena;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.playbooks.arena.detector.DetectorArenas;
import dev.inquest.playbooks.arena.incidents.IncidentArenas;
import dev.inquest.playbooks.evolve.Arenas;
import java.util.Map;
import java.util.TreeMap;

/** Every arena that comes with Inquest, by name. */
public final class BuiltInArenas implements Arenas {
  private final Map<String, Arenas> all =
      new TreeMap<>(
          Map.of(
              IncidentArenas.NAME, new IncidentArenas(),
              DetectorArenas.NAME, new DetectorArenas()));

  @Override
  public Arena open(Request request) {
    Arenas named = all.get(request.name());
    if (named == null) {
      String names = String.join(", ", all.keySet());
      throw new FailureException(
          Failure.permanent(
              "arena-unknown", "arena", "there is no such arena; there are " + names));
    }
    return named.open(request);
  }
}
