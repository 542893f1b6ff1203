package dev.inquest.connectors.resilience;

import java.util.ArrayList;
import java.util.List;

/** Complaints about a block of configuration, collected and thrown together. */
public final class Violations {
  private final String block;
  private final List<String> found = new ArrayList<>();

  /**
   * @param block the key all complaints start with, e.g. {@code inquest.connectors.git}
   */
  public Violations(String block) {
    this.block = block;
  }

  /**
   * @param sentence begins with the key below the block and says what to change
   */
  public Violations unless(boolean good, String sentence) {
    if (!good) {
      found.add(block + "." + sentence);
    }
    return this;
  }

  /**
   * @throws IllegalArgumentException with a line a complaint, where there is any
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", found));
    }
  }
}
