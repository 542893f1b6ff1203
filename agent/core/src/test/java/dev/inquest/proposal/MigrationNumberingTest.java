package dev.inquest.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigrationNumberingTest {
  private static final Instant NOW = Instant.parse("2026-07-11T13:31:09Z");

  @ParameterizedTest
  @CsvSource({
    "V7__a.sql,V8",
    "V9__a.sql,V10",
    "V007__a.sql,V008",
    "V099__a.sql,V100",
    "V1.2__a.sql,V1.3",
    "V1_9__a.sql,V1_10",
    "V2.0.09__a.sql,V2.0.10",
    "V2026_07_01__a.sql,V2026_07_11",
    "V2026.7.1__a.sql,V2026.7.11",
    "V2026_07_11__a.sql,V2026_07_11_1",
    "V2026_07_11_1__a.sql,V2026_07_11_2",
    "V2026_07_01_03__a.sql,V2026_07_11_01",
    "V2026_08_01__a.sql,V2026_08_01_1",
    "V20260701__a.sql,V20260711",
    "V202607011200__a.sql,V202607111331",
    "V20260701120000__a.sql,V20260711133109",
    "V20260811120000__a.sql,V20260811120001",
    "V12345678__a.sql,V12345679"
  })
  void goesOnInTheRepositorysOwnStyle(String newest, String expected) {
    assertThat(MigrationNumbering.next(List.of(newest), NOW)).isEqualTo(expected);
  }

  @Test
  void comparesAsFlywayDoesNotAsText() {
    assertThat(
            MigrationNumbering.next(
                List.of("V10__b.sql", "V9__a.sql", "R__views.sql", "V2__x.sql.conf", "notes.md"),
                NOW))
        .isEqualTo("V11");
  }

  @Test
  void startsAtOne() {
    assertThat(MigrationNumbering.next(List.of("R__views.sql"), NOW)).isEqualTo("V1");
  }
}
