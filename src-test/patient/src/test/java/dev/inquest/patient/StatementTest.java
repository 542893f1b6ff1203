package dev.inquest.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StatementTest {
  @Test
  void namesBecomePlaceholdersInOrder() {
    Statement statement =
        Statement.parse(
            "x",
            """
            -- what it is for
            SELECT id, placed_at::date FROM orders
            WHERE customer_id = :customer AND status = :status;
            """);
    assertThat(statement.sql())
        .isEqualTo("SELECT id, placed_at::date FROM orders\nWHERE customer_id = ? AND status = ?");
    assertThat(statement.parameters()).containsExactly("customer", "status");
    assertThat(statement.summary()).isEqualTo("SELECT orders");
  }

  @Test
  void anInsertNamesItsTable() {
    assertThat(Statement.parse("x", "INSERT INTO orders (a) VALUES (:a) RETURNING id").summary())
        .isEqualTo("INSERT orders");
  }

  @Test
  void aStatementWithoutATableIsRefused() {
    assertThatThrownBy(() -> Statement.parse("x", "SELECT 1")).hasMessageContaining("x.sql");
  }
}
