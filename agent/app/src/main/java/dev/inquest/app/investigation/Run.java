package dev.inquest.app.investigation;

import dev.inquest.alert.Alert;
import dev.inquest.app.storage.Investigations.Claimed;
import dev.inquest.app.storage.StoredEvidenceBook;
import dev.inquest.investigation.Engine;
import dev.inquest.limit.Budget;
import java.util.List;

/**
 * One worker's go at one investigation.
 *
 * @param engine follows the playbooks that were in use when the investigation began
 */
record Run(
    Claimed claimed,
    List<Alert> alerts,
    Findings findings,
    Engine engine,
    StoredEvidenceBook book,
    Budget budget) {
  String incident() {
    return claimed.incident();
  }
}
