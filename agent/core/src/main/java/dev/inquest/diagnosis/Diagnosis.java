package dev.inquest.diagnosis;

/** What an investigation concludes. */
public sealed interface Diagnosis {
  Details details();

  /** One sentence, the first thing a reader sees. */
  String sentence();

  /** The first of {@link Details#causes()} is it, with the evidence. */
  record Identified(String sentence, Details details) implements Diagnosis {
    public Identified {
      if (details.causes().isEmpty()) {
        throw new IllegalArgumentException("an identified diagnosis names a cause");
      }
    }
  }

  /** Something is wrong, and no change of ours explains it. */
  record NoCodeCause(String sentence, Details details) implements Diagnosis {}

  /** Nothing is wrong. */
  record Healthy(String sentence, Details details) implements Diagnosis {}

  /** Not known; {@link Details#missing()} says what would settle it. */
  record Inconclusive(String sentence, Details details) implements Diagnosis {}
}
