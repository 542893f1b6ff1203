package dev.inquest.memory;

import dev.inquest.hypothesis.CauseKind;
import org.jspecify.annotations.Nullable;

/**
 * Where a past incident turned out to come from; null is not known.
 *
 * @param indicator what was wrong there, in the words of whoever labelled it
 */
public record KnownOrigin(
    @Nullable String service,
    @Nullable String instance,
    @Nullable CauseKind kind,
    @Nullable String indicator) {

  boolean names(Place place) {
    return instance != null ? instance.equals(place.id()) : place.service().equals(service);
  }

  /** What was wrong, as far as it is known; null where nothing is. */
  @Nullable Fault fault() {
    return kind == null && indicator == null ? null : new Fault(kind, indicator);
  }
}
