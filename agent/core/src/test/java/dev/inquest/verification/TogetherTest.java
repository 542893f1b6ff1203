package dev.inquest.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TogetherTest {
  private final Together together = new Together();

  private void old(long... times) {
    LongStream.of(times).forEach(t -> together.saw(t, false));
  }

  private void fresh(long... times) {
    LongStream.of(times).forEach(t -> together.saw(t, true));
  }

  @Test
  void fromTheFirstOfTheLaterToTheLastOfTheEarlier() {
    fresh(90, 40, 60);
    old(10, 70, 50);
    assertThat(LongStream.of(10, 39, 40, 70, 71, 90).filter(together::covers))
        .containsExactly(40L, 70L);
  }

  @Test
  void oneAfterTheOtherIsNotTogether() {
    old(10, 20);
    fresh(21, 30);
    assertThat(LongStream.rangeClosed(0, 40).filter(together::covers)).isEmpty();
  }

  @Test
  void whereOneWasNeverSeenNothingIsCovered() {
    old(10, 20);
    assertThat(LongStream.rangeClosed(0, 40).filter(together::covers)).isEmpty();
  }
}
