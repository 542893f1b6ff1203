package dev.inquest.app.playbooks;

import dev.inquest.investigation.Engine;
import dev.inquest.playbook.Catalogue;

/** Makes the engine of live incidents that follows a catalogue. Cheap; thread-safe. */
@FunctionalInterface
public interface Engines {
  Engine of(Catalogue catalogue);
}
