package dev.inquest.playbooks.evolve.loop;

import dev.inquest.playbooks.arena.Arena;
import dev.inquest.playbooks.evolve.MadeArena;
import dev.inquest.playbooks.evolve.log.Disk;
import dev.inquest.playbooks.evolve.play.Workers;
import dev.inquest.playbooks.evolve.record.Arm;
import dev.inquest.playbooks.evolve.record.Settings;
import dev.inquest.playbooks.evolve.seed.RunKey;
import dev.inquest.playbooks.evolve.seed.SeedStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Runs with a fixed key and a clock that stands still, so that they can be compared. */
final class Runs {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-07-01T12:00:00Z"), ZoneOffset.UTC);

  private Runs() {}

  static Evolution.Result run(
      Arena arena, Path folder, Disk disk, int workers, long key, Settings settings) {
    try (Workers threads = new Workers(workers)) {
      Wiring wiring =
          new Wiring(arena, threads, folder, disk, CLOCK, () -> key(key), Progress.NONE);
      return Evolution.run(wiring, settings, MadeArena.start());
    }
  }

  static RunKey key(long number) {
    ByteBuffer bytes = ByteBuffer.allocate(32);
    for (int i = 0; i < 4; i++) {
      bytes.putLong(new SeedStream(number).at(i));
    }
    return new RunKey(bytes.array());
  }

  static Settings settings(int rounds, long seed) {
    return Settings.of(rounds, seed, Arm.FULL, false);
  }

  /** Every file's bytes as text, one character a byte. */
  static SortedMap<String, String> files(Path folder) {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path file : inside.filter(Files::isRegularFile).toList()) {
        files.put(
            folder.relativize(file).toString(),
            new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
