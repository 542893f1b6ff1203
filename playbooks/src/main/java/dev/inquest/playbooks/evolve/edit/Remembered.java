package dev.inquest.playbooks.evolve.edit;

import dev.inquest.playbooks.arena.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** What the last edits of catalogues gave, for reading a catalogue costs milliseconds. */
final class Remembered {
  private static final int MOST = 64;

  private record Key(Subject.Files files, List<Edit> edits) {}

  private final Map<Key, Optional<Subject.Files>> last =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Optional<Subject.Files>> eldest) {
          return size() > MOST;
        }
      };

  /**
   * @param making a function of the two alone
   */
  Optional<Subject.Files> of(
      Subject.Files files,
      List<Edit> edits,
      BiFunction<Subject.Files, List<Edit>, Optional<Subject.Files>> making) {
    Key key = new Key(files, edits);
    synchronized (last) {
      return last.computeIfAbsent(key, k -> making.apply(files, edits));
    }
  }
}
