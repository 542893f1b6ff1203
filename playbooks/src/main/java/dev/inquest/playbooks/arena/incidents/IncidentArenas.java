package dev.inquest.playbooks.arena.incidents;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.playbooks.arena.Arena;
import dev.inquest.playbooks.evolve.Arenas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Opens the arena of whole incidents. {@code --train} is a data set with its file of answers, or a
 * folder of data sets with a folder of answers, {@code <data set>.jsonl}.
 */
public final class IncidentArenas implements Arenas {
  public static final String NAME = "incidents";
  private static final int SIMULATED = 840;

  @Override
  public Arena open(Request request) {
    Path train = request.train();
    Path truth = request.truth();
    StoredCases stored = train == null || truth == null ? StoredCases.NONE : stored(train, truth);
    return new IncidentArena(stored, SIMULATED);
  }

  private static StoredCases stored(Path train, Path truth) {
    if (!Files.isDirectory(truth)) {
      return StoredCases.read(train, truth);
    }
    StoredCases all = StoredCases.NONE;
    for (Path set : sets(train)) {
      Path answers = truth.resolve(set.getFileName() + ".jsonl");
      if (Files.isReadable(answers)) {
        all = all.and(StoredCases.read(set, answers));
      }
    }
    return all;
  }

  private static List<Path> sets(Path folder) {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new FailureException(
          Failure.permanent("train-unreadable", "train", "the folder of data sets cannot be read"),
          e);
    }
  }
}
