package dev.inquest.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.evidence.Span;
import dev.inquest.evidence.SpanKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ParentsTest {
  @Test
  void findsWhatAnIndexOfAllFinds() {
    SplittableRandom random = new SplittableRandom(7);
    int found = 0;
    for (int round = 0; round < 2_000; round++) {
      List<Span> spans = trace(random);
      Parents parents = new Parents(spans);
      for (Span span : spans) {
        Span expected =
            spans.stream()
                .filter(other -> other.spanId().equals(span.parentId()))
                .findFirst()
                .orElse(null);
        assertThat(parents.of(span)).isSameAs(expected);
        found += expected == null ? 0 : 1;
      }
    }
    assertThat(found).isGreaterThan(1_000);
  }

  /** Some spans have parents that come later, some have one of another trace, some none. */
  private static List<Span> trace(SplittableRandom random) {
    int size = 1 + random.nextInt(12);
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int parent = random.nextInt(size + 2);
      spans.add(span("s" + i, parent == i || parent == size + 1 ? null : "s" + parent));
    }
    return spans;
  }

  private static Span span(String id, @Nullable String parent) {
    return new Span(
        "t", id, parent, "a", null, null, "op", SpanKind.INTERNAL, 0, 1, false, Map.of());
  }
}
