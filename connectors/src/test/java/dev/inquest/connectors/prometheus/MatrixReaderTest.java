package dev.inquest.connectors.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.inquest.evidence.MetricSeries;
import dev.inquest.failure.FailureException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MatrixReaderTest {
  private final MatrixReader reader =
      new MatrixReader(new Families(List.of("service"), Set.of(), Map.of()));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"resultType\": \"vector\", \"result\": []}",
        "{\"resultType\": \"matrix\", \"result\": {}}",
        "{\"resultType\": \"matrix\", \"result\": [{\"metric\": 1, \"values\": []}]}",
        "{\"resultType\": \"matrix\", \"result\": [{\"metric\": {}, \"values\": []}]}",
        "{\"resultType\": \"matrix\", \"result\": [{\"metric\": {\"inquest_family\": \"a\"},"
            + " \"values\": [[1, 2]]}]}",
        "{\"resultType\": \"matrix\", \"result\": [{\"metric\": {\"inquest_family\": \"a\"},"
            + " \"values\": [[1, \"many\"]]}]}",
        "{\"resultType\": \"matrix\", \"result\": [{\"metric\": {\"inquest_family\": \"a\"},"
            + " \"values\": [[2, \"1\"], [1, \"1\"]]}]}"
      })
  void whatIsNoMatrixIsNonsense(String data) {
    JsonNode json = JsonMapper.shared().readTree(data);
    FailureException thrown = catchThrowableOfType(FailureException.class, () -> reader.read(json));
    assertThat(thrown.failure().code()).isEqualTo("source-nonsense");
  }

  @ParameterizedTest
  @CsvSource({"+Inf, Infinity", "-Inf, -Infinity", "NaN, NaN", "1.5e3, 1500", "-0, -0.0"})
  void valuesAreTexts(String text, Double value) {
    MetricSeries series = only(sample("queue_length", "", text));
    assertThat(series.valueAt(0)).isEqualTo(value);
    assertThat(series.millisAt(0)).isEqualTo(1_500);
  }

  @Test
  void aStatisticOfNothingIsMissing() {
    assertThat(only(sample("latency_seconds", "p95", "NaN")).size()).isZero();
  }

  @Test
  void durationsAreSeconds() {
    MetricSeries p95 = only(sample("latency_milliseconds", "p95", "250"));
    assertThat(p95.id().name()).isEqualTo("latency_seconds");
    assertThat(p95.valueAt(0)).isEqualTo(0.25);
    assertThat(only(sample("latency_milliseconds", "rate", "250")).valueAt(0)).isEqualTo(250);
  }

  @Test
  void nativeHistogramsWithoutValuesArePassedOver() {
    String data =
        "{\"resultType\": \"matrix\", \"result\": [{\"metric\": {}, \"histograms\": []}]}";
    assertThat(reader.read(JsonMapper.shared().readTree(data))).isEmpty();
  }

  private MetricSeries only(String data) {
    return reader.read(JsonMapper.shared().readTree(data)).getFirst();
  }

  private static String sample(String family, String statistic, String value) {
    String more = statistic.isEmpty() ? "" : ", \"statistic\": \"" + statistic + "\"";
    return """
    {"resultType": "matrix", "result": [
      {"metric": {"inquest_family": "%s"%s}, "values": [[1.5, "%s"]]}]}
    """
        .formatted(family, more, value);
  }
}
