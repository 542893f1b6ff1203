package dev.inquest.connectors.postgresql;

import dev.inquest.connectors.postgresql.session.UntestableException;
import java.util.List;

/** The text of a recorded statement. */
final class RecordedText {
  private RecordedText() {}

  /**
   * @param what names the question in the reason, e.g. {@code plan}
   */
  static String of(Target target, String statementId, String what) {
    String text = target.baseline().texts(List.of(statementId)).get(statementId);
    if (text == null || text.isEmpty()) {
      throw UntestableException.of(what, "the statement is not recorded");
    }
    if (text.startsWith("<insufficient privilege>")) {
      throw UntestableException.of(
          what, "the role may not read statements; GRANT pg_read_all_stats to it");
    }
    return text;
  }
}
