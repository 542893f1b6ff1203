package dev.inquest.app.cli.doctor;

import dev.inquest.app.cli.output.Finding;
import dev.inquest.app.config.Owner;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How well the process that reasons is kept from what the process that acts holds. */
final class SeparationExam implements Exam {
  private static final String AREA = "separation";

  @Override
  public List<Finding> look(Patient patient) {
    Set<Owner> secrets =
        patient.settings().own().values().stream()
            .filter(setting -> setting.key().secret())
            .map(setting -> setting.key().owner())
            .collect(Collectors.toSet());
    boolean embedded = patient.settings().databaseUrl() == null;
    boolean both = secrets.contains(Owner.AGENT) && secrets.contains(Owner.GATE);
    String what =
        embedded || both
            ? "under `inquest serve` agent and gate run as one operating system user: they are"
                + " separated by database role and by environment only"
            : "this configuration holds one role's secrets only";
    return List.of(
        embedded || both
            ? Finding.note(
                AREA,
                what,
                "For production run `serve --role agent` and `serve --role gate` as two users,"
                    + " each with its own keys, or use helm/inquest.")
            : Finding.ok(AREA, what));
  }
}
