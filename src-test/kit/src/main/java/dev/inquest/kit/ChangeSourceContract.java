package dev.inquest.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.inquest.change.Change;
import dev.inquest.change.ChangeAnswer;
import dev.inquest.change.ChangeQuery;
import dev.inquest.change.ChangeSource;
import dev.inquest.evidence.CheckResult;
import dev.inquest.evidence.TimeWindow;
import dev.inquest.failure.FailureException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What every {@link ChangeSource} keeps to. A subclass gives a system that holds {@link #HELD}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ChangeSourceContract {
  /**
   * One change in the system.
   *
   * @param service one of {@code carts} and {@code orders}
   * @param file the path it touches, below a folder named like the service
   */
  public record Held(String service, Instant at, String author, String title, String file) {}

  /** Oldest first, ten minutes apart, alternating between the services. */
  protected static final List<Held> HELD =
      List.of(
          held("carts", 0, "Lay out carts"),
          held("orders", 1, "Lay out orders"),
          held("carts", 2, "Count carts — über alles"),
          held("orders", 3, "Filter orders by day"),
          held("carts", 4, "Drop a cache"));

  private static final Instant FIRST = HELD.getFirst().at();

  private final Holder<ChangeSource> source = new Holder<>();

  /** A source over a system that holds exactly {@link #HELD}. */
  protected abstract ChangeSource source() throws Exception;

  /** A source whose system is not there. */
  protected abstract ChangeSource unreachable() throws Exception;

  @BeforeAll
  final void openSource() throws Exception {
    source.set(source());
  }

  @Test
  void readsAllInOrderOfTime() {
    ChangeAnswer answer = ask(Set.of(), 0, 50, 10);
    assertThat(answer.changes()).extracting(Change::title).containsExactly(titles(0, 1, 2, 3, 4));
    assertThat(answer.changes()).extracting(Change::at).isSorted();
    assertThat(answer.changes()).extracting(Change::id).doesNotHaveDuplicates();
    assertThat(answer.query()).isNotBlank();
    assertThat(answer.warnings()).isEmpty();
  }

  @Test
  void tellsWhoWhatAndWhere() {
    Change change = ask(Set.of("orders"), 25, 35, 10).changes().getFirst();
    assertThat(change.at()).isEqualTo(HELD.get(3).at());
    assertThat(change.service()).isEqualTo("orders");
    assertThat(change.author()).isEqualTo(HELD.get(3).author());
    assertThat(change.commit()).matches("[0-9a-f]{40}");
    assertThat(change.files()).containsExactly(HELD.get(3).file());
    assertThat(change.diff()).contains("+++ b/" + HELD.get(3).file(), "+Filter orders by day");
  }

  @Test
  void aWindowHoldsItsBeginAndNotItsEnd() {
    assertThat(ask(Set.of(), 10, 30, 10).changes())
        .extracting(Change::title)
        .containsExactly(titles(1, 2));
  }

  @Test
  void readsOnlyTheServicesAsked() {
    assertThat(ask(Set.of("carts"), 0, 50, 10).changes())
        .extracting(Change::title)
        .containsExactly(titles(0, 2, 4));
    assertThat(ask(Set.of("nobody"), 0, 50, 10).changes()).isEmpty();
  }

  @Test
  void keepsTheNewestAndSaysSo() {
    ChangeAnswer answer = ask(Set.of(), 0, 50, 2);
    assertThat(answer.changes()).extracting(Change::title).containsExactly(titles(3, 4));
    assertThat(answer.warnings()).isNotEmpty();
  }

  @Test
  void findsNothingWhereNothingIs() {
    assertThat(ask(Set.of(), 1_000, 2_000, 10).changes()).isEmpty();
  }

  @Test
  void failsWithItsReasonWhereTheSystemIsNotThere() throws Exception {
    ChangeSource broken = unreachable();
    FailureException thrown =
        catchThrowableOfType(
            FailureException.class, () -> broken.changes(query(Set.of(), 0, 50, 10)));
    assertThat(thrown.failure().code()).startsWith("source-");
    assertThat(broken.check()).isInstanceOf(CheckResult.Failed.class);
  }

  @Test
  void checksWell() {
    assertThat(source.get().check()).isInstanceOf(CheckResult.Ok.class);
  }

  private ChangeAnswer ask(Set<String> services, int fromMinute, int toMinute, int max) {
    return source.get().changes(query(services, fromMinute, toMinute, max));
  }

  private static ChangeQuery query(Set<String> services, int fromMinute, int toMinute, int max) {
    return new ChangeQuery(
        services,
        new TimeWindow(FIRST.plusSeconds(60L * fromMinute), FIRST.plusSeconds(60L * toMinute)),
        max);
  }

  private static String[] titles(int... indexes) {
    return java.util.Arrays.stream(indexes)
        .mapToObj(i -> HELD.get(i).title())
        .toArray(String[]::new);
  }

  private static Held held(String service, int index, String title) {
    return new Held(
        service,
        Instant.parse("2026-03-01T12:00:00Z").plusSeconds(600L * index),
        index % 2 == 0 ? "Even Author" : "Odd Author",
        title,
        service + "/file" + index + ".txt");
  }
}
