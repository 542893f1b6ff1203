package dev.inquest.verification;

import static java.util.Objects.requireNonNull;

/** What a test of a hypothesis came to. */
public sealed interface Outcome {
  /** The hypothesis predicted this and it is so. */
  record Supported(String sentence) implements Outcome {
    public Supported {
      requireNonNull(sentence, "sentence");
    }
  }

  /** The hypothesis predicted otherwise. */
  record Refuted(String sentence) implements Outcome {
    public Refuted {
      requireNonNull(sentence, "sentence");
    }
  }

  /** The test could not be made, and why: {@code no traces}, {@code no baseline}. */
  record Untestable(String why) implements Outcome {
    public Untestable {
      requireNonNull(why, "why");
    }
  }
}
