package dev.inquest.playbooks.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inquest.alert.Alert;
import dev.inquest.alert.AlertStatus;
import dev.inquest.diagnosis.Details;
import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.TimeWindow;
import dev.inquest.failure.FailureException;
import dev.inquest.verification.Outcome;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CoreJsonTest {
  static Stream<Class<?>> records() {
    return CoreTypes.all().stream().filter(Class::isRecord).filter(AnyRecord::isData);
  }

  static Stream<Class<?>> sealedTypes() {
    return CoreTypes.all().stream().filter(c -> c.isInterface() && c.isSealed());
  }

  @ParameterizedTest
  @MethodSource("records")
  void everyRecordReadsBackAsItWasWritten(Class<?> type) {
    Object record = new AnyRecord().of(type);
    String json = CoreJson.write(record);
    Object again = CoreJson.read(json, type, type.getSimpleName());
    assertThat(CoreJson.write(again)).isEqualTo(json);
    if (!json.contains("\"millis\"")) {
      assertThat(again).isEqualTo(record);
    }
  }

  @ParameterizedTest
  @MethodSource("sealedTypes")
  void everySealedTypeIsToldApartByItsName(Class<?> sealed) {
    assertThat(Arrays.stream(sealed.getPermittedSubclasses()).filter(AnyRecord::isData))
        .isNotEmpty()
        .allSatisfy(permitted -> {
          Object one = new AnyRecord().of(permitted);
          String json = CoreJson.write(one);
          assertThat(json).startsWith("{\"type\":\"");
          assertThat(CoreJson.read(json, sealed, "x")).isEqualTo(one);
        });
  }

  @Test
  void wireFormIsAsDocumented() {
    Alert alert =
        new Alert(
            "f1",
            Instant.parse("2026-07-11T13:31:00Z"),
            null,
            AlertStatus.FIRING,
            Map.of("service", "carts", "alertname", "Slow"),
            Map.of());
    assertThat(CoreJson.write(alert))
        .isEqualTo(
            "{\"fingerprint\":\"f1\",\"startsAt\":\"2026-07-11T13:31:00Z\",\"endsAt\":null,"
                + "\"status\":\"firing\",\"labels\":{\"alertname\":\"Slow\",\"service\":\"carts\"},"
                + "\"annotations\":{}}");
    Details none = new Details(List.of(), List.of(), null, null, List.of(), null, List.of(), "");
    assertThat(CoreJson.write(new Diagnosis.NoCodeCause("s", none)))
        .startsWith("{\"type\":\"no_code_cause\",\"sentence\":\"s\"");
    assertThat(CoreJson.write(new Outcome.Untestable("no traces")))
        .isEqualTo("{\"type\":\"untestable\",\"why\":\"no traces\"}");
  }

  @Test
  void seriesKeepsWhatIsNotANumber() {
    MetricSeries series = ((Holder) new AnyRecord().of(Holder.class)).series();
    MetricSeries again = CoreJson.read(CoreJson.write(series), MetricSeries.class, "series");
    assertThat(again.values(0, 3)).containsExactly(0.1, Double.NaN, Double.NEGATIVE_INFINITY);
    assertThat(again.millisAt(2)).isEqualTo(3);
  }

  private record Holder(MetricSeries series) {}

  @Test
  void unknownPropertyIsNamed() {
    assertThatThrownBy(() ->
            CoreJson.read(
                "{\"from\":\"2026-07-11T13:31:00Z\",\"to\":\"2026-07-11T14:31:00Z\",\"till\":1}",
                TimeWindow.class,
                "window"))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("window at line 1")
        .hasMessageContaining("\"till\"");
  }

  @Test
  void aRecordThatRefusesItsArgumentsIsAFailureToo() {
    assertThatThrownBy(() ->
            CoreJson.read(
                "{\"from\":\"2026-07-11T13:31:00Z\",\"to\":\"2026-07-11T13:31:00Z\"}",
                TimeWindow.class,
                "window"))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("window ends before it begins");
  }

  @Test
  void nestingIsBounded() {
    assertThatThrownBy(() -> CoreJson.read("[".repeat(1000), Alert.class, "deep"))
        .isInstanceOf(FailureException.class);
    assertThatThrownBy(
            () -> CoreJson.mapper().readTree("[".repeat(100) + "]".repeat(100)).toString())
        .hasMessageContaining("nesting depth");
  }
}
