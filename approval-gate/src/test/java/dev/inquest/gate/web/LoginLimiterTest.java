package dev.inquest.gate.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LoginLimiterTest {
  private Instant now = Instant.parse("2026-03-01T03:00:00Z");
  private final LoginLimiter limiter =
      new LoginLimiter(((InstantSource) () -> this.now).withZone(ZoneOffset.UTC));

  @Test
  void fiveWrongGuessesBlockANameInAnySpellingForFiveMinutes() {
    for (int guess = 0; guess < 5; guess++) {
      assertThat(limiter.blocked("Ada", "1.1.1." + guess)).isFalse();
      limiter.failed("Ada", "1.1.1." + guess);
    }
    assertThat(limiter.blocked("ada", "9.9.9.9")).isTrue();
    assertThat(limiter.blocked("grace", "9.9.9.9")).isFalse();
    now = now.plusSeconds(300);
    assertThat(limiter.blocked("ada", "9.9.9.9")).isFalse();
  }

  @Test
  void twentyWrongGuessesBlockAnAddressWhateverTheNames() {
    for (int guess = 0; guess < 20; guess++) {
      limiter.failed("name" + guess, "1.1.1.1");
    }
    assertThat(limiter.blocked("ada", "1.1.1.1")).isTrue();
    assertThat(limiter.blocked("ada", "1.1.1.2")).isFalse();
  }

  @Test
  void signingInForgivesTheNameButNotTheAddress() {
    for (int guess = 0; guess < 20; guess++) {
      limiter.failed("ada", "1.1.1.1");
    }
    limiter.succeeded("ada");
    assertThat(limiter.blocked("ada", "1.1.1.2")).isFalse();
    assertThat(limiter.blocked("ada", "1.1.1.1")).isTrue();
  }

  @Test
  void namesWithoutEndAreForgottenNotKept() {
    for (int guess = 0; guess < 30_000; guess++) {
      limiter.failed("x".repeat(5_000) + guess, "1.1.1." + guess);
    }
    assertThat(limiter.blocked("ada", "2.2.2.2")).isFalse();
  }
}
