package dev.inquest.connectors.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.inquest.evidence.CheckResult;
import dev.inquest.evidence.Component;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GuardedTest {
  private static final GuardLimits QUICK =
      GuardLimits.DEFAULT.withTimeout(Duration.ofMillis(200)).withMaxWait(Duration.ZERO);

  private final List<CallResult> heard = new CopyOnWriteArrayList<>();

  @Test
  void passesAnAnswerAndCountsIt() {
    assertThat(guard(QUICK).call(() -> "answer")).isEqualTo("answer");
    assertThat(heard).containsExactly(CallResult.OK);
  }

  @Test
  void interruptsACallThatTakesTooLong() throws Exception {
    CountDownLatch interrupted = new CountDownLatch(1);
    Failure failure = failureOf(guard(QUICK), () -> hangUntilInterrupted(interrupted));
    assertThat(failure.code()).isEqualTo("source-timeout");
    assertThat(failure.retryable()).isTrue();
    assertThat(interrupted.await(5, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
    assertThat(heard).containsExactly(CallResult.TIMEOUT);
  }

  @Test
  void aCallThatIgnoresInterruptsKeepsItsPlace() {
    AtomicBoolean release = new AtomicBoolean();
    Guarded guard = guard(QUICK.withMaxConcurrent(1));
    assertThat(failureOf(guard, () -> spinUntil(release)).code()).isEqualTo("source-timeout");
    assertThat(failureOf(guard, () -> "free?").code()).isEqualTo("source-busy");
    release.set(true);
  }

  @Test
  void refusesMoreCallsThanTheRateAllows() {
    Guarded guard = guard(QUICK.withCallsPerSecond(1));
    assertThat(guard.call(() -> 1)).isEqualTo(1);
    Failure failure = failureOf(guard, () -> 2);
    assertThat(failure.code()).isEqualTo("source-busy");
    assertThat(failure.retryable()).isTrue();
  }

  @Test
  void stopsAskingAfterFailures() {
    Guarded guard = guard(QUICK.withBreaker(3, Duration.ofMinutes(1)));
    AtomicInteger asked = new AtomicInteger();
    for (int i = 0; i < 5; i++) {
      assertThat(failureOf(guard, () -> refuse(asked)).code()).isEqualTo("source-unavailable");
    }
    assertThat(asked).hasValue(3);
    assertThat(heard)
        .containsExactly(
            CallResult.UNAVAILABLE,
            CallResult.UNAVAILABLE,
            CallResult.UNAVAILABLE,
            CallResult.SKIPPED,
            CallResult.SKIPPED);
  }

  @Test
  void aRefusalDoesNotOpenTheBreaker() {
    Guarded guard = guard(QUICK.withBreaker(2, Duration.ofMinutes(1)));
    Failure no = Failure.permanent("source-refused", "it", "the token is not accepted");
    for (int i = 0; i < 6; i++) {
      assertThat(failureOf(guard, () -> failWith(no))).isEqualTo(no);
    }
    assertThat(heard).containsOnly(CallResult.REFUSED).hasSize(6);
  }

  @Test
  void keepsSecretsOutOfMessages() {
    assertThatThrownBy(() ->
            guard(QUICK)
                .call(() -> {
                  throw new IOException(
                      "GET https://bot:hunter2@host/x?token=abc123\r\nAuthorization: Bearer"
                          + " eyJhbGciOi");
                }))
        .isInstanceOf(FailureException.class)
        .hasNoCause()
        .message()
        .contains("https://***@host/x")
        .doesNotContain("hunter2", "abc123", "eyJhbGciOi", "\n");
  }

  @Test
  void whatCannotBeReadIsNonsenseAndNotRetried() {
    Failure failure = failureOf(guard(QUICK), () -> Integer.parseInt("<html>"));
    assertThat(failure.code()).isEqualTo("source-nonsense");
    assertThat(failure.retryable()).isFalse();
  }

  @Test
  void aCheckThatThrowsIsAComplaint() {
    Component broken =
        new Component() {
          @Override
          public String name() {
            return "it";
          }

          @Override
          public CheckResult check() {
            throw new IllegalStateException("no");
          }
        };
    assertThat(guard(QUICK).check(broken)).isInstanceOf(CheckResult.Failed.class);
  }

  private Guarded guard(GuardLimits limits) {
    return new Guarded("it", limits, (connector, result, took) -> heard.add(result));
  }

  private static Failure failureOf(Guarded guard, Callable<?> call) {
    return catchThrowableOfType(FailureException.class, () -> guard.call(call)).failure();
  }

  private static String hangUntilInterrupted(CountDownLatch interrupted) throws Exception {
    try {
      new CountDownLatch(1).await();
      return "never";
    } catch (InterruptedException e) {
      interrupted.countDown();
      throw e;
    }
  }

  private static String spinUntil(AtomicBoolean release) {
    while (!release.get()) {
      Thread.onSpinWait();
    }
    return "released";
  }

  private static String refuse(AtomicInteger asked) throws IOException {
    asked.incrementAndGet();
    throw new IOException("Connection refused");
  }

  private static String failWith(Failure failure) {
    throw new FailureException(failure);
  }
}
