package dev.inquest.verification;

import dev.inquest.change.DiffReading;
import dev.inquest.change.DiffReading.SqlEdit;
import dev.inquest.change.StatementText;
import dev.inquest.evidence.ProbeAnswer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Whether a diff is what sends a statement. */
final class Tie {
  /** So much of the statement must stand in the new side in one piece, and less in the old. */
  private static final double MIN_TEXT = 0.8;

  /** What the names alone are worth: a generated query leaves no SQL in the diff. */
  private static final double BY_NAMES = 0.6;

  /** Shorter names stand in any diff. */
  private static final int MIN_NAME = 4;

  private Tie() {}

  /** 0 where nothing ties them; the text's share where it does; {@link #BY_NAMES} by names. */
  static double strength(Inquiry inquiry, DiffReading reading, GrownStatement statement) {
    List<String> tokens = statement.tokens();
    double best = 0;
    for (SqlEdit edit : reading.sql()) {
      double after = StatementText.longestShare(edit.after(), tokens);
      double before = StatementText.longestShare(edit.before(), tokens);
      if (after >= MIN_TEXT && after > before) {
        best = Math.max(best, after);
      }
    }
    return best > 0 ? best : byNames(inquiry, reading, statement);
  }

  private static double byNames(Inquiry inquiry, DiffReading reading, GrownStatement statement) {
    Set<String> wanted = predicates(inquiry, statement);
    boolean all =
        !wanted.isEmpty()
            && wanted.stream()
                .map(name -> name.replace("_", "").toLowerCase(Locale.ROOT))
                .allMatch(name -> stands(name, reading.addedNames()));
    return all ? BY_NAMES : 0;
  }

  /** The statement's predicate columns; where the probe cannot tell them, nothing. */
  private static Set<String> predicates(Inquiry inquiry, GrownStatement statement) {
    Witness.Said said =
        inquiry
            .witness()
            .ask(
                "statement-predicates",
                statement.target(),
                Map.of("query_id", statement.queryId()));
    Set<String> columns = new TreeSet<>();
    ProbeAnswer answer = said.answer();
    for (int row = 0; said.answered() && row < answer.rows().size(); row++) {
      columns.add(Rows.text(answer, row, "column"));
    }
    columns.removeIf(name -> name.length() < MIN_NAME);
    return columns;
  }

  private static boolean stands(String name, Set<String> added) {
    return added.stream().anyMatch(word -> word.contains(name));
  }
}
