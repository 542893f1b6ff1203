package dev.inquest.playbooks.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inquest.hypothesis.CauseKind;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerTest {
  private static final Answer FULL =
      new Answer(
          "0007",
          Answer.Verdict.IDENTIFIED,
          List.of(
              new Answer.Cause(
                  "carts", "carts-0", CauseKind.RESOURCE, "cpu", "c1", List.of("A#1", "A#9")),
              Answer.Cause.at("orders", null, CauseKind.DATABASE)),
          "carts",
          List.of("front"),
          "rollback",
          List.of("d1", "d2"));
  private static final Answer HEALTHY =
      new Answer("0008", Answer.Verdict.HEALTHY, List.of(), null, List.of(), null, List.of());

  @Test
  void whatIsWrittenIsRead() {
    byte[] written = TruthJson.write(List.of(FULL, HEALTHY));
    assertThat(TruthJson.answers(new ByteArrayInputStream(written), "truth.jsonl"))
        .containsEntry("0007", FULL)
        .containsEntry("0008", HEALTHY)
        .hasSize(2);
  }

  @Test
  void aLineLooksAsTheFormatSays() {
    assertThat(TruthJson.line(HEALTHY))
        .isEqualTo(
            "{\"case\":\"0008\",\"verdict\":\"healthy\",\"causes\":[],\"first_failing_service\":null,"
                + "\"blast_radius\":[],\"remediation\":null,\"decoys\":[]}");
    assertThat(TruthJson.line(FULL))
        .contains(
            "{\"service\":\"orders\",\"instance\":null,\"kind\":\"database\",\"indicator\":null,"
                + "\"change\":null}");
  }

  @Test
  void aHealthyCaseHasNoCause() {
    assertThatThrownBy(() ->
            new Answer(
                "1", Answer.Verdict.HEALTHY, FULL.causes(), null, List.of(), null, List.of()))
        .hasMessageContaining("no cause");
  }
}
