package dev.inquest.lab.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.playbook.Playbook;
import dev.inquest.playbooks.format.CatalogueLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** One runbook a playbook, and the same parts in each. */
class RunbooksTest {
  @Test
  void everyPlaybookHasItsRunbookAndNamesIt() {
    for (Playbook playbook : CatalogueLoader.builtIn().playbooks()) {
      Path runbook = Checkout.root().resolve("runbooks/" + playbook.id() + ".md");
      assertThat(Files.isRegularFile(runbook)).as("%s", runbook).isTrue();
      assertThat(playbook.body()).contains("runbooks/" + playbook.id() + ".md");
    }
  }

  @Test
  void noRunbookIsWithoutItsPlaybook() {
    Set<String> playbooks = new TreeSet<>();
    CatalogueLoader.builtIn().playbooks().forEach(playbook -> playbooks.add(playbook.id() + ".md"));
    Set<String> runbooks = new TreeSet<>();
    Checkout.files(Checkout.root().resolve("runbooks"), ".md")
        .forEach(file -> runbooks.add(file.getFileName().toString()));
    assertThat(runbooks).isEqualTo(playbooks);
  }

  @Test
  void eachSaysHowToCheckMitigateAndGoBack() {
    for (Path runbook : Checkout.files(Checkout.root().resolve("runbooks"), ".md")) {
      assertThat(Checkout.read(runbook))
          .as("%s", runbook)
          .containsPattern("(?m)^## [0-9. ]*Check")
          .containsPattern("(?m)^## [0-9. ]*Mitigate")
          .containsPattern("(?m)^## [0-9. ]*Roll back")
          .containsPattern("(?m)^## [0-9. ]*Did it work");
    }
  }
}
