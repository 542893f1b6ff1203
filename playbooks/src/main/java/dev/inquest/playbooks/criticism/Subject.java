package dev.inquest.playbooks.criticism;

import dev.inquest.change.Change;
import dev.inquest.diagnosis.Cause;
import dev.inquest.hypothesis.CauseKind;
import dev.inquest.hypothesis.Hypothesis;
import dev.inquest.playbooks.casefile.CaseFile;
import dev.inquest.verification.Examined;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a human names in the words {@code it was …} among what was examined and gathered. A
 * change is named by its id or the first seven characters of it; anything else by its service and
 * kind together.
 */
final class Subject {
  private static final int SHORTEST_ID = 7;
  private final Set<String> words;

  Subject(String was) {
    this.words =
        Stream.of(was.toLowerCase(Locale.ROOT).split("[^\\p{Alnum}._/-]+"))
            .map(word -> word.replaceAll("^[._/-]+|[._/-]+$", ""))
            .filter(word -> !word.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
  }

  Optional<Examined> among(List<Examined> examined) {
    return examined.stream().filter(e -> names(e.hypothesis())).findFirst();
  }

  /** Whether what was gathered holds a change or a node of that name. */
  boolean gathered(CaseFile gathered) {
    return gathered.changes().stream().map(Change::id).anyMatch(this::namesChange)
        || gathered.topology().nodes().stream()
            .anyMatch(node -> words.contains(node.id().toLowerCase(Locale.ROOT)));
  }

  private boolean names(Hypothesis hypothesis) {
    return names(hypothesis.change(), hypothesis.service(), hypothesis.kind());
  }

  boolean names(Cause cause) {
    return names(cause.change(), cause.service(), cause.kind());
  }

  private boolean names(@Nullable String change, @Nullable String service, CauseKind kind) {
    if (change != null) {
      return namesChange(change);
    }
    return service != null
        && words.contains(service.toLowerCase(Locale.ROOT))
        && words.contains(kind.name().toLowerCase(Locale.ROOT));
  }

  private boolean namesChange(String id) {
    String whole = id.toLowerCase(Locale.ROOT);
    return words.stream()
        .anyMatch(
            word -> word.equals(whole) || (word.length() >= SHORTEST_ID && whole.startsWith(word)));
  }
}
