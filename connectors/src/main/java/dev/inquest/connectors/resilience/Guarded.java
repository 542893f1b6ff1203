package dev.inquest.connectors.resilience;

import dev.inquest.evidence.CheckResult;
import dev.inquest.evidence.Component;
import dev.inquest.failure.FailureException;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/**
 * The guard of one connector: rate limiter, circuit breaker, time limiter and bulkhead around every
 * call, and one vocabulary of failures. Thread-safe; may be shared by all ports of one system.
 *
 * <p>Each call runs on a virtual thread of its own and is interrupted when its time is up. Its
 * place in the bulkhead is given back when it really ends, so a client that ignores interrupts
 * fills the bulkhead instead of piling up.
 */
public final class Guarded {
  private static final Duration CHECK_TIMEOUT = Duration.ofSeconds(5);
  private static final Set<String> BREAKING =
      Set.of(FailureCodes.TIMEOUT, FailureCodes.UNAVAILABLE, FailureCodes.NONSENSE);

  private final String connector;
  private final CallListener listener;
  private final RateLimiter rate;
  private final CircuitBreaker breaker;
  private final TimeLimiter time;
  private final TimeLimiter checkTime;
  private final Bulkhead bulkhead;

  public Guarded(String connector, GuardLimits limits, CallListener listener) {
    this.connector = connector;
    this.listener = listener;
    this.rate = RateLimiter.of(connector, rateConfig(limits));
    this.breaker = CircuitBreaker.of(connector, breakerConfig(connector, limits));
    this.time = TimeLimiter.of(connector, timeConfig(limits.timeout()));
    this.checkTime = TimeLimiter.of(connector + "-check", timeConfig(CHECK_TIMEOUT));
    this.bulkhead = Bulkhead.of(connector, bulkheadConfig(limits));
  }

  public String connector() {
    return connector;
  }

  /**
   * Makes one call.
   *
   * @throws FailureException for whatever goes wrong, with the codes of {@link FailureCodes} or the
   *     call's own
   */
  public <T> T call(Callable<T> call) {
    long begun = System.nanoTime();
    try {
      T answer =
          RateLimiter.decorateCallable(rate, () -> breaker.executeCallable(limited(call))).call();
      report(CallResult.OK, begun);
      return answer;
    } catch (Exception e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      FailureException mapped = FailureMapper.map(connector, e);
      report(e instanceof CallNotPermittedException ? CallResult.SKIPPED : result(mapped), begun);
      throw mapped;
    }
  }

  /** {@link Component#check()} within five seconds, past breaker and rate limit, never throwing. */
  public CheckResult check(Component component) {
    try {
      return checkTime.executeFutureSupplier(() -> start(component::check));
    } catch (Exception e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      return CheckResult.failed(
          FailureMapper.map(connector, e).failure().message(),
          "See that " + connector + " is up and that its address in inquest.connectors is right.");
    }
  }

  private <T> Callable<T> limited(Callable<T> call) {
    return () -> time.executeFutureSupplier(() -> start(Bulkhead.decorateCallable(bulkhead, call)));
  }

  private <T> Future<T> start(Callable<T> call) {
    FutureTask<T> task = new FutureTask<>(call);
    Thread.ofVirtual().name(connector + "-call").start(task);
    return task;
  }

  private void report(CallResult result, long begunNanos) {
    listener.called(connector, result, Duration.ofNanos(System.nanoTime() - begunNanos));
  }

  private static CallResult result(FailureException e) {
    return switch (e.failure().code()) {
      case FailureCodes.TIMEOUT -> CallResult.TIMEOUT;
      case FailureCodes.UNAVAILABLE -> CallResult.UNAVAILABLE;
      case FailureCodes.BUSY -> CallResult.BUSY;
      case FailureCodes.NONSENSE -> CallResult.NONSENSE;
      default -> CallResult.REFUSED;
    };
  }

  private static RateLimiterConfig rateConfig(GuardLimits limits) {
    return RateLimiterConfig.custom()
        .limitForPeriod(limits.callsPerSecond())
        .limitRefreshPeriod(Duration.ofSeconds(1))
        .timeoutDuration(limits.maxWait())
        .build();
  }

  private static CircuitBreakerConfig breakerConfig(String connector, GuardLimits limits) {
    return CircuitBreakerConfig.custom()
        .slidingWindowSize(2 * limits.breakAfter())
        .minimumNumberOfCalls(limits.breakAfter())
        .failureRateThreshold(50)
        .waitDurationInOpenState(limits.breakFor())
        .permittedNumberOfCallsInHalfOpenState(1)
        .recordException(e -> BREAKING.contains(FailureMapper.map(connector, e).failure().code()))
        .build();
  }

  private static TimeLimiterConfig timeConfig(Duration timeout) {
    return TimeLimiterConfig.custom().timeoutDuration(timeout).cancelRunningFuture(true).build();
  }

  private static BulkheadConfig bulkheadConfig(GuardLimits limits) {
    return BulkheadConfig.custom()
        .maxConcurrentCalls(limits.maxConcurrent())
        .maxWaitDuration(limits.maxWait())
        .build();
  }
}
