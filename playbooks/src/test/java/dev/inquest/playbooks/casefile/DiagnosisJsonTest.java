package dev.inquest.playbooks.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.diagnosis.Cause;
import dev.inquest.diagnosis.Details;
import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.diagnosis.Onset;
import dev.inquest.diagnosis.RefutedChange;
import dev.inquest.hypothesis.CauseKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosisJsonTest {
  private static final Details DETAILS =
      new Details(
          List.of(
              new Cause(
                  "carts",
                  null,
                  CauseKind.DATABASE,
                  "c1",
                  "query 7",
                  0.912345,
                  List.of("e3"),
                  "h1",
                  "a query lost its index")),
          List.of(new RefutedChange("c2", "Tidy up", "came after the onset", List.of("e4"))),
          new Onset(Instant.parse("2026-07-11T13:30:00Z"), Instant.parse("2026-07-11T13:31:01Z")),
          "carts",
          List.of("front-end"),
          "add the index",
          List.of("logs"),
          "p95 is 900 ms");

  @Test
  void theLineHasTheFieldsOfTheFormatInOrder() {
    assertThat(
            DiagnosisJson.line(
                "0007",
                "set",
                new Diagnosis.Identified("It is.", DETAILS),
                Duration.ofNanos(41_749_999)))
        .isEqualTo(
            "{\"case\":\"0007\",\"dataset\":\"set\",\"verdict\":\"identified\",\"causes\":["
                + "{\"service\":\"carts\",\"instance\":null,\"kind\":\"database\",\"change\":\"c1\","
                + "\"indicator\":\"query 7\",\"confidence\":0.9123,\"evidence\":[\"e3\"]}],"
                + "\"first_failing_service\":\"carts\",\"blast_radius\":[\"front-end\"],"
                + "\"remediation\":\"add the index\",\"onset\":\"2026-07-11T13:30:30Z\","
                + "\"missing\":[\"logs\"],\"duration_ms\":41.7}");
  }

  @Test
  void theLongFormSaysMore() {
    assertThat(DiagnosisJson.full(new Diagnosis.Inconclusive("Not known.", DETAILS)).toString())
        .contains("\"verdict\":\"inconclusive\"")
        .contains("\"sentence\":\"Not known.\",\"impact\":\"p95 is 900 ms\"")
        .contains("\"onset_interval\":{\"from\":\"2026-07-11T13:30:00Z\"")
        .contains("\"refuted\":[{\"change\":\"c2\",\"reason\":\"came after the onset\"")
        .contains("\"claim\":\"a query lost its index\",\"hypothesis\":\"h1\"");
  }

  @Test
  void anErrorIsOneLine() {
    assertThat(DiagnosisJson.errorLine("0007", "set", "bad\nthing"))
        .isEqualTo("{\"case\":\"0007\",\"dataset\":\"set\",\"error\":\"bad thing\"}");
  }

  @Test
  void everyVerdictHasItsSpelling() {
    assertThat(DiagnosisJson.verdict(new Diagnosis.NoCodeCause("", DETAILS)))
        .isEqualTo("no_code_cause");
    assertThat(DiagnosisJson.verdict(new Diagnosis.Healthy("", DETAILS))).isEqualTo("healthy");
  }
}
