package dev.inquest.investigation;

import dev.inquest.limit.Budget;
import dev.inquest.verification.Inquiry;
import org.jspecify.annotations.Nullable;

/**
 * An incident that several engines may ask about one after another, as long as they see the same in
 * it: what one of them has read and found, the others do not seek again. Not thread-safe.
 */
public final class Hearing {
  private final @Nullable Inquiry inquiry;
  private final Budget budget;

  Hearing(@Nullable Inquiry inquiry, Budget budget) {
    this.inquiry = inquiry;
    this.budget = budget;
  }

  /** Where nobody can say when it began, and so nothing is suspected. */
  public static Hearing ofNothing(Budget budget) {
    return new Hearing(null, budget);
  }

  /** Null where nothing is suspected. */
  @Nullable Inquiry inquiry() {
    return inquiry;
  }

  Budget budget() {
    return budget;
  }
}
