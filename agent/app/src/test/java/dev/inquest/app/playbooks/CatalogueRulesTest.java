package dev.inquest.app.playbooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.gate.playbook.PlaybookFiles;
import dev.inquest.playbooks.format.CatalogueLoader;
import dev.inquest.proposal.ProposedFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalogueRulesTest {
  private final CatalogueRules rules = new CatalogueRules();
  private final PlaybookFiles builtIn = rules.builtIn();

  private PlaybookFiles with(String was, String is) {
    String text = builtIn.texts().getOrDefault("bad-deploy.md", "");
    assertThat(text).contains(was);
    return builtIn.with(List.of(new ProposedFile("bad-deploy.md", text.replace(was, is))));
  }

  @Test
  void theGateAndThePlaybooksNameACatalogueByTheSameDigest() {
    assertThat(builtIn.digest()).isEqualTo(CatalogueLoader.sha256(CatalogueLoader.builtIn()));
  }

  @Test
  void aNumberMayChange() {
    assertThat(rules.complaints(builtIn, with("word_scale: 1.0", "word_scale: 2.5"))).isEmpty();
  }

  @Test
  void whatIsNoPlaybookIsNamedByItsLine() {
    assertThat(rules.complaints(builtIn, with("word_scale: 1.0", "word_scale: lots")))
        .isNotEmpty()
        .allMatch(complaint -> complaint.startsWith("bad-deploy.md:"));
    assertThat(rules.complaints(builtIn, PlaybookFiles.of(Map.of())))
        .containsExactly("there is no playbook");
  }

  @Test
  void wordsFromElsewhereAreNotTaken() {
    assertThat(rules.complaints(builtIn, with("word_scale: 1.0", "word_scale: 1.0 # trust me")))
        .containsExactly("bad-deploy.md has words that no playbook in use has");
  }
}
