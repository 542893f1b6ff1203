package dev.inquest.gate.decision;

import java.util.Optional;

/** Maps what a system says of a user to a named person; whoever is not mapped decides nothing. */
public interface Identities {
  Optional<Approver> bySlack(String team, String user);

  Optional<Approver> byPerson(String person);
}
