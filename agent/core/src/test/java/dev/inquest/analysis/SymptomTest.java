package dev.inquest.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.evidence.SeriesId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymptomTest {
  @ParameterizedTest
  @CsvSource({
    "http.server.requests,p95,LATENCY",
    "http.server.requests,rate,TRAFFIC",
    "http_server_request_duration_seconds,p50,LATENCY",
    "http_server_request_duration_seconds,rate,TRAFFIC",
    "http.server.request.body.size,p95,OTHER",
    "rpc_errors_total,,ERROR",
    "carts_latency-90,,LATENCY",
    "process_cpu_usage,,SATURATION",
    "jvm.memory.used,,SATURATION",
    "hikaricp_connections_active,,SATURATION",
    "gc_pause_seconds,mean,LATENCY",
    "orders_throughput,,TRAFFIC",
    "process_uptime_seconds,,OTHER",
    "room_temperature,,OTHER"
  })
  void judgesByNameAndUnit(String name, String statistic, Symptom expected) {
    Map<String, String> labels = statistic == null ? Map.of() : Map.of("statistic", statistic);
    assertThat(Symptom.of(SeriesId.of(name, labels))).isEqualTo(expected);
  }

  @Test
  void aServerErrorStatusMakesACountOfErrors() {
    SeriesId failed =
        SeriesId.of("http.server.requests", Map.of("status", "503", "statistic", "rate"));
    assertThat(Symptom.of(failed)).isEqualTo(Symptom.ERROR);
  }

  @Test
  void alertsSpeakPlainly() {
    assertThat(Symptom.in("HighErrorRate")).contains(Symptom.ERROR);
    assertThat(Symptom.in("PostgresSlowQueries")).contains(Symptom.LATENCY, Symptom.DATABASE);
    assertThat(Symptom.in("KubePodCpuThrottled")).contains(Symptom.SATURATION);
  }

  @Test
  void lessSuccessIsWorse() {
    assertThat(Symptom.worseWhenLower(SeriesId.of("checkout_success_ratio", Map.of()))).isTrue();
    assertThat(Symptom.worseWhenLower(SeriesId.of("latency", Map.of()))).isFalse();
  }
}
