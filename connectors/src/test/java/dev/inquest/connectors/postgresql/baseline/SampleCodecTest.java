package dev.inquest.connectors.postgresql.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.evidence.BaselineStore.Snapshot;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SampleCodecTest {
  private static final Instant AT = Instant.parse("2026-05-01T12:00:00Z");

  @Test
  void whatIsWrittenIsReadAgain() {
    Map<String, Counters> counters = new LinkedHashMap<>();
    counters.put("-7300412", new Counters(1_700_000_000_000L, List.of(12.0, 3.125, 1e12)));
    counters.put("odd \"name\"", new Counters(Counters.UNKNOWN, List.of(0.0, 0.0, 0.0)));
    CounterSample sample = new CounterSample(AT, 17, false, counters);
    String json = SampleCodec.write(sample);
    assertThat(SampleCodec.read(new Snapshot("shop", "statements", AT, json))).isEqualTo(sample);
  }

  @Test
  void aRowIsShort() {
    CounterSample sample =
        new CounterSample(
            AT,
            Counters.UNKNOWN,
            true,
            Map.of("1", new Counters(Counters.UNKNOWN, List.of(5.0, 1.23456))));
    assertThat(SampleCodec.write(sample))
        .isEqualTo("{\"reset\":-1,\"complete\":true,\"rows\":[[\"1\",-1,5,1.235]]}");
  }

  @Test
  void textsAreReadAgain() {
    Map<String, String> texts = Map.of("1", "SELECT \"a\" FROM t WHERE b = $1");
    String json = SampleCodec.writeTexts(texts);
    assertThat(SampleCodec.readTexts(new Snapshot("shop", "texts", AT, json))).isEqualTo(texts);
  }
}
