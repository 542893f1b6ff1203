package dev.inquest.app.intake;

import dev.inquest.alert.Alert;
import dev.inquest.change.Change;
import java.util.List;

/** What a delivery says, once understood. */
public sealed interface Interpretation {
  /**
   * @param truncated how many alerts the sender left out
   * @param oneId whether the sender knows an alert by one id through all its episodes, so that a
   *     resolve ends them all
   */
  record Alerts(List<Alert> alerts, int truncated, boolean oneId) implements Interpretation {
    public Alerts {
      alerts = List.copyOf(alerts);
    }
  }

  /**
   * @param source who told, unique together with the change's id
   */
  record Told(String source, Change change) implements Interpretation {}

  /** A valid message that nothing follows from. */
  record Ignored(String why) implements Interpretation {}
}
