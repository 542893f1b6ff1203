package dev.inquest.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import org.junit.jupiter.api.Test;

class BurstPriorTest {
  private static final BurstSettings SETTINGS =
      new BurstSettings(3, 1, 0.5, 0.1, 0.25, 0.5, 2, 0.5);
  private final BurstPrior prior = new BurstPrior(SETTINGS);

  @Test
  void whatASiblingShowsTooCountsLess() {
    Outage outage =
        new Outage("shop", "mail")
            .metric("shop-0", "errors")
            .metric("shop-1", "errors")
            .metric("mail-1", "memory");
    assertThat(first(outage)).isEqualTo("mail-1");
    // mail-0, mail-1, shop-0, shop-1: one alarm alone is 1, a shared one 0.25, each times 0.5
    assertThat(prior.of(outage.burst())).containsExactly(0, 0.5, 0.125, 0.125);
  }

  @Test
  void aCallerIsExplainedByItsCalleeUnlessEachCallsTheOther() {
    Outage outage =
        new Outage("shop", "mail").metric("shop-0", "errors").metric("mail-0", "errors");
    assertThat(first(outage.calls("shop-0", "mail-0"))).isEqualTo("mail-0");
    outage.calls("mail-0", "shop-0");
    double[] odds = prior.of(outage.burst());
    assertThat(odds[0]).isEqualTo(odds[2]);
  }

  @Test
  void whoAlarmedFirstIsSuspect() {
    Outage outage =
        new Outage("shop", "mail", "bill")
            .metric("shop-0", "errors", 30)
            .metric("mail-0", "memory", 0)
            .metric("bill-0", "queue", 40);
    assertThat(first(outage)).isEqualTo("mail-0");
  }

  @Test
  void anAlarmAboutACallCountsHalfAndOneAboutALogLineLess() {
    Outage outage = new Outage("shop", "mail").slow("shop-0", "mail-0").metric("mail-1", "memory");
    assertThat(prior.of(outage.burst())).containsExactly(0, 0.5, 0.25, 0);
  }

  @Test
  void probabilitiesAddUpAndFewAlarmsAreNoBurst() {
    Outage outage = new Outage("shop", "mail").metric("shop-0", "errors");
    assertThat(prior.applies(outage.burst())).isFalse();
    outage.metric("shop-0", "memory").metric("shop-0", "queue");
    assertThat(prior.applies(outage.burst())).as("all of one place").isFalse();
    outage.metric("mail-0", "errors");
    assertThat(prior.applies(outage.burst())).isTrue();
    assertThat(prior.recall(outage.burst()).stream().mapToDouble(Recollection::probability).sum())
        .isCloseTo(1, within(1e-12));
  }

  private String first(Outage outage) {
    return prior.recall(outage.burst()).stream()
        .max(Comparator.comparingDouble(Recollection::probability))
        .orElseThrow()
        .place()
        .id();
  }
}
