package dev.inquest.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.inquest.evidence.CheckResult;
import dev.inquest.evidence.LogAnswer;
import dev.inquest.evidence.LogQuery;
import dev.inquest.evidence.LogRecord;
import dev.inquest.evidence.LogSource;
import dev.inquest.evidence.TimeWindow;
import dev.inquest.failure.FailureException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What every {@link LogSource} keeps to. A subclass gives a system that holds {@link #HELD}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class LogSourceContract {
  protected static final Instant FROM = Instant.parse("2026-03-01T12:00:00Z");
  private static final int RECORDS = 200;

  /** One record a second, alternating between carts and orders. */
  protected static final List<LogRecord> HELD =
      IntStream.range(0, RECORDS).mapToObj(LogSourceContract::held).toList();

  private final Holder<LogSource> source = new Holder<>();

  /** A source over a system that holds exactly {@link #HELD}. */
  protected abstract LogSource source() throws Exception;

  /** A source whose system is not there. */
  protected abstract LogSource unreachable() throws Exception;

  @BeforeAll
  final void openSource() throws Exception {
    source.set(source());
  }

  @Test
  void readsAllInOrderOfTime() {
    LogAnswer answer = ask(Set.of(), 0, RECORDS, 1_000, 1);
    assertThat(answer.records()).isEqualTo(HELD);
    assertThat(answer.seen()).isEqualTo(RECORDS);
    assertThat(answer.query()).isNotBlank();
  }

  @Test
  void readsOnlyWindowAndServices() {
    assertThat(ask(Set.of("orders"), 10, 20, 1_000, 1).records())
        .isEqualTo(
            HELD.subList(10, 20).stream().filter(r -> r.service().equals("orders")).toList());
    assertThat(ask(Set.of("nobody"), 0, RECORDS, 10, 1).records()).isEmpty();
  }

  @Test
  void takesNoMoreThanAskedAndSaysHowManyThereAre() {
    LogAnswer answer = ask(Set.of(), 0, RECORDS, 20, 1);
    assertThat(answer.records()).hasSize(20).isSubsetOf(HELD);
    assertThat(answer.records()).extracting(LogRecord::at).isSorted();
    assertThat(answer.seen()).isEqualTo(RECORDS);
    assertThat(ask(Set.of(), 0, RECORDS, 20, 1).records()).isEqualTo(answer.records());
  }

  @Test
  void failsWithItsReasonWhereTheSystemIsNotThere() throws Exception {
    LogSource broken = unreachable();
    FailureException thrown =
        catchThrowableOfType(
            FailureException.class, () -> broken.logs(query(Set.of(), 0, 10, 10, 1)));
    assertThat(thrown.failure().code()).startsWith("source-");
    assertThat(broken.check()).isInstanceOf(CheckResult.Failed.class);
  }

  @Test
  void checksWell() {
    assertThat(source.get().check()).isInstanceOf(CheckResult.Ok.class);
  }

  private LogAnswer ask(Set<String> services, int from, int to, int max, long seed) {
    return source.get().logs(query(services, from, to, max, seed));
  }

  private static LogQuery query(Set<String> services, int from, int to, int max, long seed) {
    TimeWindow window = new TimeWindow(FROM.plusSeconds(from), FROM.plusSeconds(to));
    return new LogQuery(services, window, max, seed);
  }

  private static LogRecord held(int index) {
    return new LogRecord(
        FROM.plusSeconds(index),
        index % 2 == 0 ? "carts" : "orders",
        "i-1",
        "1.2.3",
        index % 10 == 0 ? 17 : 9,
        "request " + index + " took " + index % 7 + " ms — größer",
        "%032x".formatted(index + 1),
        "%016x".formatted(index + 1),
        Map.of("http.route", "/cart"));
  }
}
