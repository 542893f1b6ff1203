package dev.inquest.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlywayLockTest {
  @Test
  void readsEveryUsualPlace() {
    assertThat(FlywayLock.isOff("flyway.conf", "a=b\nflyway.postgresql.transactional.lock = false"))
        .isTrue();
    assertThat(
            FlywayLock.isOff(
                "application.properties", "spring.flyway.postgresql.transactional-lock=false"))
        .isTrue();
    assertThat(
            FlywayLock.isOff(
                "application.yml",
                """
                spring:
                  datasource:
                    url: x
                  flyway:
                    postgresql:
                      transactional-lock: false
                """))
        .isTrue();
    assertThat(
            FlywayLock.isOff(
                "flyway.toml",
                """
                [flyway]
                locations = ["filesystem:sql"]
                [flyway.postgresql]
                transactional.lock = false
                """))
        .isTrue();
  }

  @Test
  void isNotTakenInByLookalikes() {
    assertThat(FlywayLock.isOff("flyway.conf", "# flyway.postgresql.transactional.lock=false"))
        .isFalse();
    assertThat(FlywayLock.isOff("flyway.conf", "flyway.postgresql.transactional.lock=true"))
        .isFalse();
    assertThat(
            FlywayLock.isOff(
                "application.yml",
                """
                flyway:
                  enabled: true
                other:
                  postgresql:
                    transactional-lock: false
                """))
        .isFalse();
    assertThat(FlywayLock.isOff("flyway.toml", "[other]\nlock = false")).isFalse();
  }
}
