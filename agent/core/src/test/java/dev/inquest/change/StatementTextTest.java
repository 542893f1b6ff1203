package dev.inquest.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatementTextTest {
  @Test
  void parametersOfEverySpellingAreOne() {
    assertThat(StatementText.tokens("select a from t where b = $1 and c > 17 and d = 'x''y'"))
        .isEqualTo(StatementText.tokens("SELECT a FROM t WHERE b = ? AND c > :c AND d = %s"))
        .isEqualTo(StatementText.tokens("select a\nfrom t where b=#{b} and c>${c} and d=%(d)s"));
  }

  @Test
  void aCastIsNoParameter() {
    assertThat(StatementText.tokens("select $1::text")).containsExactly("select", "?", "text");
  }

  @Test
  void namesAreWhatIsNotSql() {
    assertThat(StatementText.names("SELECT o.id FROM orders o WHERE o.voucher_code = $1"))
        .containsExactly("id", "o", "orders", "voucher_code");
  }

  @Test
  void theLongestRunIsAShareOfTheStatement() {
    assertThat(
            StatementText.longestShare(
                StatementText.tokens("x y select a from t where b = ? z"),
                StatementText.tokens("select a from t where b = $1")))
        .isEqualTo(1);
    assertThat(
            StatementText.longestShare(
                StatementText.tokens("select a from t where c = ?"),
                StatementText.tokens("select a from t where b = $1")))
        .isEqualTo(5.0 / 8);
  }
}
