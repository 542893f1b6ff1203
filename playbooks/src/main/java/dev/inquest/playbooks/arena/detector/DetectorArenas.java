package dev.inquest.playbooks.arena.detector;

import dev.inquest.playbooks.arena.Arena;
import dev.inquest.playbooks.evolve.Arenas;
import java.nio.file.Path;

/** Opens the arena of single series. {@code --train} is one data set with its file of windows. */
public final class DetectorArenas implements Arenas {
  public static final String NAME = "detector";

  private static final int MADE = 800;

  @Override
  public Arena open(Request request) {
    Path train = request.train();
    Path truth = request.truth();
    StoredSeries stored =
        train == null || truth == null ? StoredSeries.NONE : StoredSeries.read(train, truth);
    return new DetectorArena(stored, MADE);
  }
}
