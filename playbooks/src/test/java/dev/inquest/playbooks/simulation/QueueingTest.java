package dev.inquest.playbooks.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class QueueingTest {
  private static final double CLOSE = 1e-9;

  @Test
  void oneServerWaitsAsTheTextbookSays() {
    // M/M/1: W = rho / (1 - rho) of a service time
    assertThat(Queueing.wait(1, 0.5, 2)).isCloseTo(2, within(CLOSE));
    assertThat(Queueing.wait(1, 0.9, 1)).isCloseTo(9, within(1e-8));
  }

  @Test
  void twoServersHalfLoadedWaitAThirdOfAServiceTime() {
    // Erlang C(2, 1) = 1/3; W = C / (c - a)
    assertThat(Queueing.wait(2, 1, 1)).isCloseTo(1.0 / 3, within(CLOSE));
  }

  @Test
  void noLoadNoWait() {
    assertThat(Queueing.wait(4, 0, 1)).isZero();
  }

  @Test
  void theTailIsThatOfFourExponentials() {
    // P(T > mean) of Erlang(4) is e^-4 (1 + 4 + 8 + 32/3)
    double expected = StrictMath.exp(-4) * (1 + 4 + 8 + 32.0 / 3);
    assertThat(Queueing.tail(3, 3)).isCloseTo(expected, within(CLOSE));
    assertThat(Queueing.tail(0, 1)).isEqualTo(1);
  }

  @Test
  void aQuantileCutsTheTail() {
    double p95 = Queueing.quantile(0.95, new double[] {2}, new double[] {1});
    assertThat(Queueing.tail(p95, 2)).isCloseTo(0.05, within(1e-5));
    double mixed = Queueing.quantile(0.95, new double[] {2, 20}, new double[] {3, 1});
    assertThat((3 * Queueing.tail(mixed, 2) + Queueing.tail(mixed, 20)) / 4)
        .isCloseTo(0.05, within(1e-5));
  }

  @Test
  void whoRemembersTheLastQueueWaitsAsLong() {
    Waiting waiting = new Waiting();
    int[] servers = {4, 4, 4, 8, 8, 4, 4};
    double[] loads = {3, 3, 3.5, 3.5, 3.5, 3.5, 0};
    double[] seconds = {1, 2, 2, 2, 1, 1, 1};
    for (int i = 0; i < servers.length; i++) {
      assertThat(waiting.wait(servers[i], loads[i], seconds[i]))
          .isEqualTo(Queueing.wait(servers[i], loads[i], seconds[i]));
    }
  }

  @Test
  void aQuantileOfAlikeMeansIsThatOfOne() {
    double one = Queueing.quantile(0.9, new double[] {3}, new double[] {4});
    double four =
        Queueing.quantile(0.9, new double[] {3, 3, 7, 3, 3}, new double[] {1, 1, 0, 1, 1});
    assertThat(four).isCloseTo(one, within(1e-6));
  }
}
