package dev.inquest.connectors.zipkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CellTest {
  @Test
  void partsLieSideBySideAndLeaveNothingOut() {
    List<Cell> parts = new Cell(1_000, 1_010, 2).split(4);
    assertThat(parts)
        .containsExactly(
            new Cell(1_000, 1_002, 2),
            new Cell(1_002, 1_005, 2),
            new Cell(1_005, 1_007, 2),
            new Cell(1_007, 1_010, 2));
  }

  @Test
  void noPartIsEmpty() {
    assertThat(new Cell(5, 8, 1).split(100)).hasSize(3);
    assertThat(new Cell(5, 6, 3).choose(100, 1, 1)).containsExactly(new Cell(5, 6, 3));
  }

  @Test
  void eachPartIsDrawnAsOftenAndStandsForAsMany() {
    Cell whole = new Cell(0, 8_000, 2);
    int[] drawn = new int[8];
    for (int seed = 0; seed < 4_000; seed++) {
      List<Cell> parts = whole.choose(8, 2, seed);
      assertThat(parts).hasSize(2).doesNotHaveDuplicates();
      assertThat(parts).allMatch(part -> part.weight() == 8 && part.millis() == 1_000);
      parts.forEach(part -> drawn[(int) (part.fromMillis() / 1_000)]++);
    }
    for (int times : drawn) {
      assertThat((double) times).isCloseTo(1_000, Offset.offset(150.0));
    }
  }

  @Test
  void holdsItsFirstMomentAndNotItsEnd() {
    Cell cell = new Cell(10, 20, 1);
    assertThat(cell.contains(10_000_000L)).isTrue();
    assertThat(cell.contains(19_999_999L)).isTrue();
    assertThat(cell.contains(20_000_000L)).isFalse();
    assertThat(cell.contains(9_999_999L)).isFalse();
  }

  @Test
  void countsSlices() {
    assertThat(new Cell(0, 90_000, 1).partsOf(Duration.ofSeconds(30))).isEqualTo(3);
    assertThat(new Cell(0, 10_000, 1).partsOf(Duration.ofSeconds(30))).isEqualTo(1);
  }
}
