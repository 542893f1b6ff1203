package dev.inquest.app.cli.doctor;

import dev.inquest.app.cli.output.Finding;
import dev.inquest.failure.FailureException;
import dev.inquest.playbook.Playbook;
import dev.inquest.playbooks.format.CatalogueLoader;
import java.util.List;
import java.util.stream.Collectors;

/** The playbooks the engine follows. */
final class PlaybooksExam implements Exam {
  private static final String AREA = "playbooks";

  @Override
  public List<Finding> look(Patient patient) {
    try {
      List<Playbook> playbooks = CatalogueLoader.builtIn().playbooks();
      String ids = playbooks.stream().map(Playbook::id).collect(Collectors.joining(", "));
      return List.of(Finding.ok(AREA, playbooks.size() + " are valid: " + ids));
    } catch (FailureException e) {
      return List.of(
          Finding.problem(AREA, e.failure().message(), "Build again from a clean checkout."));
    }
  }
}
