package dev.inquest.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.evidence.Span;
import dev.inquest.evidence.SpanKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SelfTimesTest {
  private static Span span(
      String id, @org.jspecify.annotations.Nullable String parent, long from, long to) {
    return new Span(
        "t",
        id,
        parent,
        "a",
        null,
        null,
        "op",
        SpanKind.INTERNAL,
        from,
        to - from,
        false,
        Map.of());
  }

  @Test
  void overlappingChildrenCountOnceAndOnlyWithinTheParent() {
    List<Span> spans =
        List.of(
            span("root", null, 0, 100),
            span("one", "root", 10, 40),
            span("two", "root", 30, 60),
            span("late", "root", 90, 150));
    assertThat(SelfTimes.nanos(spans)).containsExactly(100 - 50 - 10, 30, 30, 60);
  }

  @Test
  void aChildWhoseParentIsLostStandsAlone() {
    assertThat(SelfTimes.nanos(List.of(span("x", "gone", 0, 7)))).containsExactly(7);
  }
}
