package dev.inquest.playbooks.replay;

import dev.inquest.investigation.Engine;
import dev.inquest.investigation.EngineLimits;
import dev.inquest.playbook.Catalogue;
import java.time.Clock;

/** Makes the engine of one replay; every case has its own clock. */
@FunctionalInterface
public interface EngineFactory {
  Engine create(Catalogue catalogue, EngineLimits limits, Clock clock);
}
