package dev.inquest.playbooks.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.diagnosis.Cause;
import org.junit.jupiter.api.Test;

/** Nothing that a case holds is passed over because much else stands before it. */
class LargeCaseTest {
  private static final String LATENCY = "http_request_duration_p95_seconds";

  @Test
  void theLastOfManySeriesIsLookedAtToo() {
    Scene scene = Scene.alert("front", LATENCY, "slow").step("front", LATENCY, 0.1, 0.4);
    for (int i = 0; i < 2_400; i++) {
      scene.step("s" + i % 60, "depth_" + i / 60, 5, 5);
    }
    scene.step("zeta", LATENCY, 0.1, 3).step("zeta", "process_cpu_utilization", 0.2, 0.99);
    assertThat(scene.diagnose().details().causes())
        .first()
        .extracting(Cause::service)
        .isEqualTo("zeta");
  }
}
