package dev.inquest.investigation;

import dev.inquest.hypothesis.Raised;
import dev.inquest.limit.Budget;
import dev.inquest.limit.LastUsed;
import dev.inquest.verification.Inquiry;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An incident that several engines may ask about one after another, as long as they see the same in
 * it: what one of them has read and found, the others do not seek again. Not thread-safe.
 */
public final class Hearing {
  /** The incumbent's, a candidate's, and where a climb stands. */
  private static final int MOST = 3;

  private final @Nullable Inquiry inquiry;
  private final Budget budget;
  private final LastUsed<Object, List<Raised>> raised = new LastUsed<>(MOST);

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

  /**
   * What is suspected, raised once for all who would raise the same.
   *
   * @param by what of the playbooks it depends on
   */
  List<Raised> raised(Object by, Supplier<List<Raised>> raising) {
    return raised.of(by, its -> raising.get());
  }
}
