package dev.inquest.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"", "Orders", "1a", "a b", "a\"; drop table x; --", "a-b", "ä", "a.b.c", "a\n"})
  void whatWouldNeedQuotingIsRefused(String name) {
    assertThat(Identifiers.plain(name)).isFalse();
    assertThatThrownBy(() -> Identifiers.quoted(name)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTableMayHaveASchema() {
    assertThat(Identifiers.plainTable("public.orders")).isTrue();
    assertThat(Identifiers.plainTable("a.b.c")).isFalse();
    assertThat(Identifiers.quotedTable("public.orders")).isEqualTo("\"public\".\"orders\"");
  }

  @Test
  void anIndexNameFitsAndIsFree() {
    String name = Identifiers.indexName("orders", List.of("a", "b"), Set.of("idx_orders_a_b"));
    assertThat(name).isEqualTo("idx_orders_a_b_2");
    String lengthy =
        Identifiers.indexName("t".repeat(60), List.of("c".repeat(60), "d".repeat(60)), Set.of());
    assertThat(lengthy.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(63);
    assertThat(Identifiers.plain(lengthy)).isTrue();
  }
}
