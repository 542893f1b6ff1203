package dev.inquest.connectors.postgresql.privilege;

import dev.inquest.connectors.postgresql.session.ReadOnlySession;
import dev.inquest.evidence.CheckResult.Complaint;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Examines the login of a session by every {@link PrivilegeRule}. */
public final class PrivilegeProof {
  private PrivilegeProof() {}

  public static Proof examine(ReadOnlySession session) throws SQLException {
    List<Complaint> violations = new ArrayList<>();
    List<Complaint> warnings = new ArrayList<>();
    for (PrivilegeRule rule : PrivilegeRules.ALL) {
      for (List<@Nullable Object> row : session.rows(rule.sql())) {
        Complaint complaint = new Complaint(text(row.get(0)), text(row.get(1)) + ";");
        (rule.warning() ? warnings : violations).add(complaint);
      }
    }
    return new Proof(
        text(session.cell("SELECT session_user::pg_catalog.text")), violations, warnings);
  }

  private static String text(@Nullable Object cell) {
    return cell == null ? "" : cell.toString();
  }
}
