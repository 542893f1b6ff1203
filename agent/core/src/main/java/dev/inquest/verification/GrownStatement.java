package dev.inquest.verification;

import dev.inquest.change.StatementText;
import dev.inquest.investigation.Figures;
import dev.inquest.investigation.Sentences;
import java.util.List;

/**
 * A statement that takes more of a database's time than before.
 *
 * @param growth milliseconds a second more than before
 * @param share of the growth of all statements that grew, in [0, 1]
 * @param evidence of the probe's answer
 */
record GrownStatement(
    String target,
    String queryId,
    String query,
    double callsBefore,
    double callsAfter,
    double meanMsBefore,
    double meanMsAfter,
    boolean isNew,
    double growth,
    double share,
    List<String> evidence) {
  /** Whether it is new, or a call takes at least twice as long, or twice as many are made. */
  boolean changed() {
    return isNew || meanMsAfter >= 2 * meanMsBefore || callsAfter >= 2 * callsBefore;
  }

  List<String> tokens() {
    return StatementText.tokens(query);
  }

  /** {@code A new statement (18 calls/s, 312 ms each) …}. */
  String sentence() {
    String after = Figures.three(callsAfter) + " calls/s of " + Figures.seconds(meanMsAfter / 1e3);
    String was =
        isNew
            ? "is new: " + after
            : "went from "
                + Figures.three(callsBefore)
                + " calls/s of "
                + Figures.seconds(meanMsBefore / 1e3)
                + " to "
                + after;
    return "The statement «" + Sentences.plain(query) + "» " + was;
  }
}
