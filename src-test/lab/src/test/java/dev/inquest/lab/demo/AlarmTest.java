package dev.inquest.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.lab.story.Storyteller;
import org.junit.jupiter.api.Test;

class AlarmTest {
  private final Alarm alarm = new Alarm(Storyteller.tell(3, false), "/orders/view");

  @Test
  void oneEpisodeFiresAndResolvesWithOneFingerprint() {
    var firing = alarm.firing("2026-07-11T13:31:00Z");
    var resolved = alarm.resolved("2026-07-11T13:31:00Z", "2026-07-11T13:33:00Z");

    assertThat(firing.path("version").asString()).isEqualTo("4");
    assertThat(firing.at("/alerts/0/endsAt").asString()).isEqualTo("0001-01-01T00:00:00Z");
    assertThat(resolved.at("/alerts/0/status").asString()).isEqualTo("resolved");
    assertThat(resolved.at("/alerts/0/fingerprint")).isEqualTo(firing.at("/alerts/0/fingerprint"));
    assertThat(resolved.at("/alerts/0/startsAt")).isEqualTo(firing.at("/alerts/0/startsAt"));
  }
}
