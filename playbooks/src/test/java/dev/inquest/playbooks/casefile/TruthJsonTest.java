package dev.inquest.playbooks.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inquest.hypothesis.CauseKind;
import dev.inquest.memory.KnownOrigin;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class TruthJsonTest {
  @Test
  void whatIsNullIsNotKnown() {
    assertThat(
            read(
                """
                {"case": "1", "verdict": "identified", "causes": [{"service": "a", "instance": null, "kind": "database", "indicator": "lock", "change": null}], "decoys": []}
                {"case": "2", "verdict": "healthy", "causes": []}
                {"case": "3", "verdict": "identified", "causes": [{"service": null, "kind": "commit", "change": "c1"}]}
                """))
        .containsEntry("1", List.of(new KnownOrigin("a", null, CauseKind.DATABASE, "lock")))
        .containsEntry("2", List.of())
        .containsEntry("3", List.of());
  }

  @Test
  void whatIsNotAnAnswerIsRefusedWithItsLine() {
    assertThatThrownBy(() -> read("{\"case\": \"1\"}\n{\"case\": \"1\"}"))
        .hasMessageContaining("truth.jsonl, line 2: a case is answered twice");
    assertThatThrownBy(() -> read("{\"causes\": []}")).hasMessageContaining("needs its case");
    assertThatThrownBy(() -> read("{\"case\":\"1\",\"causes\":[{\"kind\":\"sabotage\"}]}"))
        .hasMessageContaining("there is no kind of cause called sabotage");
  }

  private static SortedMap<String, List<KnownOrigin>> read(String text) {
    return TruthJson.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "truth.jsonl");
  }
}
