package dev.inquest.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.analysis.Sign;
import dev.inquest.evidence.LogRecord;
import dev.inquest.evidence.SeriesId;
import dev.inquest.topology.Topology;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortageTest {
  private static final Instant BEGAN = Instant.parse("2026-05-04T06:10:00Z");

  private static List<Shortage> said(String... texts) {
    List<LogRecord> logs = new ArrayList<>();
    for (String text : texts) {
      logs.add(
          new LogRecord(
              BEGAN.plusSeconds(logs.size()), "shop", null, null, 17, text, null, null, Map.of()));
    }
    Gathered gathered =
        new Gathered(
            List.of(), List.of(), logs, List.of(), Topology.EMPTY, List.of(), List.of(), List.of());
    return Shortage.in(Failures.of(gathered, BEGAN, Failures.EARLY));
  }

  @ParameterizedTest
  @CsvSource({
    "write failed: no space left on device, DISK_FULL, disk.used.ratio, cpu.usage",
    "OutOfMemoryError: Java heap space, MEMORY_SHORT, process_memory_bytes, disk.used.ratio",
    "RejectedExecutionException: queue is full, POOLS, worker_threads_busy, process_memory_bytes",
    "worker threads exhausted, POOLS, db.pool.usage, process_memory_bytes",
    "not run for 480 ms: cpu throttled, CPU, container_cpu_usage, worker_threads_busy"
  })
  void aServiceSaysWhatItLacks(String text, Sign sign, String measures, String other) {
    assertThat(said(text, "call failed"))
        .filteredOn(shortage -> shortage.sign() == sign)
        .singleElement()
        .satisfies(shortage -> {
          assertThat(shortage.service()).isEqualTo("shop");
          assertThat(shortage.share()).isEqualTo(0.5);
          assertThat(shortage.isMeasuredBy(SeriesId.of(measures, Map.of()))).isTrue();
          assertThat(shortage.isMeasuredBy(SeriesId.of(other, Map.of()))).isFalse();
        });
  }

  @Test
  void oneLineOfManyIsNone() {
    String[] texts = "call failed,".repeat(9).split(",", -1);
    texts[9] = "no space left on device";
    assertThat(said(texts)).isEmpty();
  }
}
