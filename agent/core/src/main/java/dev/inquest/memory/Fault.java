package dev.inquest.memory;

import dev.inquest.hypothesis.CauseKind;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a place, in the words of past labels; at least one part is known. */
public record Fault(@Nullable CauseKind kind, @Nullable String indicator)
    implements Comparable<Fault> {
  @Override
  public int compareTo(Fault other) {
    return key().compareTo(other.key());
  }

  private String key() {
    return Objects.toString(kind, "") + '\0' + Objects.requireNonNullElse(indicator, "");
  }
}
