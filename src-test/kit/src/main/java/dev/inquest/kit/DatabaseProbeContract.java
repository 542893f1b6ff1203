package dev.inquest.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inquest.evidence.CheckResult;
import dev.inquest.evidence.DatabaseProbe;
import dev.inquest.evidence.ProbeAnswer;
import dev.inquest.evidence.ProbeQuery;
import dev.inquest.failure.FailureException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every {@link DatabaseProbe} does; an adapter passes by giving the two probes. */
public abstract class DatabaseProbeContract {
  private static final String TARGET = "shop";
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /**
   * A live probe and what may be asked of it.
   *
   * @param probe knows one database, {@code shop}
   * @param templateWithoutParameters always answered
   * @param column one of its columns
   * @param tableTemplate needs the parameter {@code table}
   */
  public record Subject(
      DatabaseProbe probe, String templateWithoutParameters, String column, String tableTemplate) {}

  /** A probe whose database {@code shop} is up. */
  protected abstract Subject live();

  /** A probe whose database {@code shop} does not answer; making it must not fail. */
  protected abstract DatabaseProbe dead();

  @Test
  void namesWhatCanBeAsked() {
    assertThat(live().probe().targets()).containsExactly(TARGET);
    assertThat(live().probe().templates()).contains(live().templateWithoutParameters());
    assertThat(live().probe().name()).isNotBlank();
  }

  @Test
  void aWorkingDatabasePassesItsCheck() {
    assertThat(live().probe().check()).isInstanceOf(CheckResult.Ok.class);
  }

  @Test
  void answersInItsColumnsWithPlainCells() {
    ProbeAnswer answer = ask(live().templateWithoutParameters(), TARGET, Map.of());
    assertThat(answer.error()).isNull();
    assertThat(answer.columns()).contains(live().column());
    assertThat(answer.grade()).isIn("measured", "planned", "observed");
    assertThat(answer.rows())
        .allSatisfy(row -> {
          assertThat(row).hasSameSizeAs(answer.columns());
          assertThat(row).allMatch(DatabaseProbeContract::isPlain);
        });
  }

  @Test
  void carriesTheQuestionItAnswers() {
    ProbeAnswer answer = ask(live().templateWithoutParameters(), TARGET, Map.of());
    assertThat(answer.query())
        .isEqualTo(ProbeQuery.of(live().templateWithoutParameters(), TARGET, Map.of()));
  }

  @Test
  void anUnknownTemplateIsAnAnswerWithAnError() {
    assertUnanswered(ask("drop-everything", TARGET, Map.of()));
  }

  @Test
  void anUnknownTargetIsAnAnswerWithAnError() {
    assertUnanswered(ask(live().templateWithoutParameters(), "elsewhere", Map.of()));
  }

  @Test
  void anUnknownParameterIsAnAnswerWithAnError() {
    assertUnanswered(ask(live().templateWithoutParameters(), TARGET, Map.of("sql", "SELECT 1")));
  }

  @Test
  void aMissingParameterIsAnAnswerWithAnError() {
    assertUnanswered(ask(live().tableTemplate(), TARGET, Map.of()));
  }

  @Test
  void hostileParametersAreAnswersWithAnError() {
    for (String hostile :
        List.of(
            "",
            "nowhere",
            "x'; DROP TABLE orders; --",
            "\"orders\"",
            "pg_catalog.pg_authid; SELECT 1",
            "a\0b",
            "'||pg_sleep(10)||'",
            "x".repeat(100_000))) {
      assertUnanswered(ask(live().tableTemplate(), TARGET, Map.of("table", hostile)));
    }
  }

  @Test
  @Timeout(60)
  void aDeadDatabaseIsAFailureThatSaysWhetherToRetry() {
    DatabaseProbe dead = dead();
    ProbeQuery query = ProbeQuery.of(live().templateWithoutParameters(), TARGET, Map.of());
    long begun = System.nanoTime();
    assertThatThrownBy(() -> dead.ask(query))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> {
              assertThat(e.failure().code()).isNotBlank();
              assertThat(e.failure().retryable()).isTrue();
            });
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PATIENCE);
  }

  @Test
  @Timeout(60)
  void theCheckOfADeadDatabaseNamesAFix() {
    assertThat(dead().check())
        .isInstanceOfSatisfying(
            CheckResult.Failed.class,
            failed ->
                assertThat(failed.complaints())
                    .allSatisfy(complaint -> {
                      assertThat(complaint.problem()).isNotBlank();
                      assertThat(complaint.fix()).isNotBlank();
                    }));
  }

  private ProbeAnswer ask(String template, String target, Map<String, String> parameters) {
    return live().probe().ask(ProbeQuery.of(template, target, parameters));
  }

  private static void assertUnanswered(ProbeAnswer answer) {
    assertThat(answer.error()).isNotBlank();
    assertThat(answer.rows()).isEmpty();
    assertThat(answer.grade()).isEqualTo("none");
  }

  private static boolean isPlain(Object cell) {
    return cell == null
        || cell instanceof String
        || cell instanceof Long
        || cell instanceof Double
        || cell instanceof Boolean;
  }
}
