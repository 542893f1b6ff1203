package dev.inquest.playbooks.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inquest.failure.FailureException;
import dev.inquest.hypothesis.CauseKind;
import dev.inquest.playbook.Playbook;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaybookParserTest {
  private static final String GOOD =
      """
      ---
      id: slow-disk
      version: 3
      match: {symptoms: [latency, saturation]}
      hypotheses:
        - kind: resource
          test: [timing, saturation]
          prior: 0.18
          weights: {timing: 1, timing.against: -4.5, saturation: 2.5}
      detect:
        change_point: {method: robust-mean-shift, min_effect: 3.0}
        onset_window: PT45M
        parameters: {scale_floor: 0.02}
      conclude: {threshold: 0.72, abstain_below: 0.35}
      propose: {kind: config, template: put-back, risk: low}
      ---
      Prose.

      ## Lessons

      - [l-031] helpful=4 harmful=0 :: Ask the disk first.
      [l-32] helpful=0 harmful=2 :: Do not: trust :: caches.
      """;

  private final PlaybookParser parser = new PlaybookParser();

  @Test
  void everyFieldReachesTheEngine() {
    Playbook playbook = parser.parse("slow-disk.md", GOOD.getBytes(UTF_8));
    assertThat(playbook.id()).isEqualTo("slow-disk");
    assertThat(playbook.version()).isEqualTo(3);
    assertThat(playbook.match()).containsExactly("latency", "saturation");
    assertThat(playbook.hypotheses()).hasSize(1);
    Playbook.HypothesisRule rule = playbook.hypotheses().getFirst();
    assertThat(rule.kind()).isEqualTo(CauseKind.RESOURCE);
    assertThat(rule.tests()).containsExactly("timing", "saturation");
    assertThat(rule.prior()).isEqualTo(0.18);
    assertThat(rule.weights())
        .isEqualTo(Map.of("timing", 1.0, "timing.against", -4.5, "saturation", 2.5));
    assertThat(playbook.detect().onsetWindow()).isEqualTo(Duration.ofMinutes(45));
    assertThat(playbook.detectParameter("scale_floor", 1)).isEqualTo(0.02);
    assertThat(playbook.conclude()).isEqualTo(new Playbook.Conclude(0.72, 0.35));
    assertThat(playbook.propose()).isEqualTo(new Playbook.Propose("config", "put-back", "low"));
    assertThat(playbook.body()).startsWith("Prose.");
    assertThat(playbook.sha256()).isEqualTo(Sha256.of(GOOD.getBytes(UTF_8))).hasSize(64);
    assertThat(Lessons.of(playbook))
        .containsExactly(
            new Lesson("l-031", 4, 0, "Ask the disk first."),
            new Lesson("l-32", 0, 2, "Do not: trust :: caches."))
        .first()
        .hasToString("[l-031] helpful=4 harmful=0 :: Ask the disk first.");
  }

  @Test
  void everyViolationIsFoundAtOnceWithItsLine() {
    String bad =
        GOOD.replace("version: 3", "version: none")
            .replace("prior: 0.18", "prior: 1.5")
            .replace("onset_window: PT45M", "onset_window: 45 minutes")
            .replace("propose:", "purpose:")
            .replace("helpful=4 harmful=0 ::", "helpful=4");
    assertThat(parser.check("slow-disk.md", bad.getBytes(UTF_8)))
        .extracting(Violation::line)
        .containsExactly(3, 8, 12, 15, 21);
    assertThatThrownBy(() -> parser.parse("slow-disk.md", bad.getBytes(UTF_8)))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("slow-disk.md:3: version: ")
        .hasMessageContaining("slow-disk.md:8: hypotheses.0.prior: ")
        .hasMessageContaining("slow-disk.md:15: ")
        .hasMessageContaining("purpose");
  }

  @Test
  void whatTheSchemaCannotSayIsCheckedToo() {
    String bad =
        GOOD.replace("test: [timing, saturation]", "test: [timing, version-split]")
            .replace("abstain_below: 0.35", "abstain_below: 0.9");
    assertThat(parser.check("other.md", bad.getBytes(UTF_8)))
        .extracting(Violation::toString)
        .containsExactly(
            "other.md:2: the id slow-disk is not the file's name",
            "other.md:7: no weight for version-split",
            "other.md:9: a weight for saturation, which is not among the tests",
            "other.md:14: conclude: abstain_below must be below threshold");
  }

  @Test
  void whatTheEngineDoesNotKnowIsNotPassedOverInSilence() {
    String bad =
        GOOD.replace("saturation]\n    prior", "saturaton]\n    prior")
            .replace("saturation: 2.5", "saturaton: 2.5")
            .replace("robust-mean-shift", "robust-mean-shft")
            .replace("scale_floor", "scale_flor");
    assertThat(parser.check("slow-disk.md", bad.getBytes(UTF_8)))
        .extracting(Violation::toString)
        .satisfiesExactly(
            test ->
                assertThat(test)
                    .startsWith("slow-disk.md:7: there is no test saturaton; there are ")
                    .contains("saturation"),
            method ->
                assertThat(method)
                    .isEqualTo(
                        "slow-disk.md:11: there is no method robust-mean-shft; there are"
                            + " robust-mean-shift"),
            parameter ->
                assertThat(parameter)
                    .startsWith("slow-disk.md:13: there is no parameter scale_flor; there are ")
                    .contains("scale_floor"));
  }

  @Test
  void onlyPlainYamlIsRead() {
    refused("version: 3", "version: 3\nversion: 4", 4, "the key version stands twice");
    refused("version: 3", "version: !!java.net.URL [x]", 3, "");
    refused("id: slow-disk", "id: &a slow-disk\nversion: *a", 2, "anchors");
    refused("version: 3", "version: [3", 4, "not YAML");
    refused("version: 3", "version: " + "[".repeat(40) + "]".repeat(40), 2, "not YAML");
    refused("version: 3", "version: .inf", 3, "");
  }

  @Test
  void aFileWithoutFrontMatterIsRefused() {
    assertThat(parser.check("x.md", "# Title\n".getBytes(UTF_8)))
        .containsExactly(
            new Violation("x.md", 1, "does not begin with front matter between --- and ---"));
    assertThat(parser.check("x.md", "---\nid: x\n".getBytes(UTF_8))).hasSize(1);
    assertThat(parser.check("x.md", "---\n---\n".getBytes(UTF_8)))
        .containsExactly(new Violation("x.md", 2, "the front matter is empty"));
    assertThat(parser.check("x.md", new byte[] {'-', (byte) 0xff})).hasSize(1);
    assertThat(parser.check("x.md", new byte[PlaybookParser.MAX_FILE_BYTES + 1])).hasSize(1);
  }

  private void refused(String good, String bad, int line, String complaint) {
    List<Violation> found = parser.check("slow-disk.md", GOOD.replace(good, bad).getBytes(UTF_8));
    assertThat(found).as(bad).isNotEmpty();
    assertThat(found)
        .as(bad)
        .anySatisfy(violation -> {
          assertThat(violation.line()).isEqualTo(line);
          assertThat(violation.message()).contains(complaint);
        });
  }
}
