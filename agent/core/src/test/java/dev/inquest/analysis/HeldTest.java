package dev.inquest.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeldTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"hikaricp.connections.active", "jvm_threads_busy", "WorkerPool", "http.inflight"})
  void whatIsHeldWhileACallIsWaitedFor(String name) {
    assertThat(Held.counts(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"process_cpu_usage", "jvm_memory_used", "disk_free", "spool_bytes"})
  void whatIsUsedUpByWork(String name) {
    assertThat(Held.counts(name)).isFalse();
  }
}
