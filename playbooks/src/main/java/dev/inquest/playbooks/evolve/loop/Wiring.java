package dev.inquest.playbooks.evolve.loop;

import dev.inquest.playbooks.arena.Arena;
import dev.inquest.playbooks.evolve.log.Disk;
import dev.inquest.playbooks.evolve.play.Workers;
import dev.inquest.playbooks.evolve.seed.RunKey;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * What a run is run with.
 *
 * @param folder of its record
 * @param keys a key that nobody knows, each time another
 */
public record Wiring(
    Arena arena,
    Workers workers,
    Path folder,
    Disk disk,
    Clock clock,
    Supplier<RunKey> keys,
    Progress progress) {}
