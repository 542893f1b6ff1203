package dev.inquest.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.alert.Alert;
import dev.inquest.alert.AlertStatus;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlarmTest {
  @Test
  void ownNamesAreTakenOutWhereTheyAreWordsOfTheirOwn() {
    Alarm alarm = alarm(Map.of("template", "shop-0-7", "path", "/shop/shops"));
    assertThat(alarm.labels()).containsEntry("template", "#-7").containsEntry("path", "/@/shops");
  }

  @Test
  void aCallIsToldOfBothItsEnds() {
    Alarm alarm = alarm(Map.of("peer", "mail-0", "kind", "500"));
    Map<String, Set<String>> words = alarm.words(Set.of("shop-0", "mail-0"));
    assertThat(words.get("shop-0")).contains("Odd", "Odd from another kind=500");
    assertThat(words.get("mail-0")).contains("Odd of its own call kind=500");
    assertThat(alarm.words(Set.of("shop-0"))).containsOnlyKeys("shop-0");
    assertThat(alarm.words(Set.of("shop-0")).get("shop-0")).contains("Odd from outside kind=500");
  }

  @Test
  void anAlarmAboutNobodyIsNone() {
    assertThat(Alarm.of(alert(Map.of("alertname", "Odd")))).isEmpty();
  }

  private static Alarm alarm(Map<String, String> more) {
    Map<String, String> labels = new HashMap<>(more);
    labels.putAll(Map.of("alertname", "Odd", "service", "shop", "instance", "shop-0"));
    return Alarm.of(alert(labels)).orElseThrow();
  }

  private static Alert alert(Map<String, String> labels) {
    return new Alert("f", Instant.EPOCH, null, AlertStatus.FIRING, labels, Map.of());
  }
}
