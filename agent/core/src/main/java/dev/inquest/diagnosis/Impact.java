package dev.inquest.diagnosis;

import dev.inquest.investigation.Sentences;
import dev.inquest.investigation.Shift;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What users feel, in one sentence with numbers. */
final class Impact {
  private static final int MAX_ALSO = 4;

  private Impact() {}

  /**
   * @param matching strongest first
   */
  static String of(List<Shift> matching, @Nullable Onset onset, List<String> blastRadius) {
    if (matching.isEmpty() || onset == null) {
      return "No change is seen in what the alert speaks of.";
    }
    Shift worst = matching.getFirst();
    StringBuilder out =
        new StringBuilder(Sentences.shift(worst.series(), worst.before(), worst.after()))
            .append(" since ")
            .append(Sentences.interval(onset));
    if (!blastRadius.isEmpty()) {
      List<String> also = blastRadius.stream().limit(MAX_ALSO).map(Sentences::plain).toList();
      out.append("; also felt by ").append(String.join(", ", also));
      if (blastRadius.size() > MAX_ALSO) {
        out.append(" and ").append(blastRadius.size() - MAX_ALSO).append(" more");
      }
    }
    return out.append('.').toString();
  }
}
