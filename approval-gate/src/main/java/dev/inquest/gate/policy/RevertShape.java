package dev.inquest.gate.policy;

import dev.inquest.gate.repository.ComputedChange;
import dev.inquest.gate.repository.FileChange;
import dev.inquest.proposal.ProposedFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The gate's own revert, file by file; what the agent sent can only agree with it. */
public final class RevertShape {
  private static final int MAX_FILE_CHARS = 256 * 1024;

  private RevertShape() {}

  /**
   * @param sent the agent's files; empty where it leaves the work to the gate
   * @throws dev.inquest.failure.FailureException with the reason
   */
  public static void check(ComputedChange own, List<ProposedFile> sent) {
    Shape.check(own);
    Map<String, @Nullable String> computed = new HashMap<>();
    for (FileChange file : own.files()) {
      String content = file.content();
      if (content != null) {
        TextRules.check(file.path(), content, MAX_FILE_CHARS);
      }
      computed.put(file.path(), content);
    }
    if (!sent.isEmpty() && !same(computed, sent)) {
      throw Refused.because(
          "revert-differs", "files", "the files sent are not the gate's own revert of that commit");
    }
  }

  private static boolean same(Map<String, @Nullable String> computed, List<ProposedFile> sent) {
    return sent.size() == computed.size()
        && sent.stream()
            .allMatch(file ->
                computed.containsKey(file.path())
                    && Objects.equals(computed.get(file.path()), file.content()));
  }
}
