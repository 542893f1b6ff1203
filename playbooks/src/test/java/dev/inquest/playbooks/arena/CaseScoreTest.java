package dev.inquest.playbooks.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.inquest.diagnosis.Cause;
import dev.inquest.diagnosis.Details;
import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.hypothesis.CauseKind;
import dev.inquest.playbooks.casefile.Answer;
import dev.inquest.playbooks.casefile.CoreJson;
import dev.inquest.playbooks.casefile.DiagnosisJson;
import dev.inquest.playbooks.casefile.TruthJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class CaseScoreTest {
  private static final String HASH = "0123456789abcdef0123456789abcdef01234567";

  @TempDir Path folder;

  private static Details details(List<Cause> causes) {
    return new Details(causes, List.of(), null, null, List.of(), null, List.of(), "Not known.");
  }

  private static Cause cause(
      @Nullable String service, @Nullable String instance, @Nullable String change, double sure) {
    return new Cause(
        service, instance, CauseKind.DEPLOY, change, null, sure, List.of(), "h1", "It did.");
  }

  private static Diagnosis named(Cause... causes) {
    return new Diagnosis.Identified("It did.", details(List.of(causes)));
  }

  private static Answer answer(Answer.Verdict verdict, Answer.Cause... causes) {
    return new Answer("1", verdict, List.of(causes), null, List.of(), null, List.of());
  }

  private static Answer change(String... ids) {
    Answer.Cause[] causes = new Answer.Cause[ids.length];
    for (int i = 0; i < ids.length; i++) {
      causes[i] = Answer.Cause.change("carts", CauseKind.DEPLOY, ids[i]);
    }
    return answer(Answer.Verdict.IDENTIFIED, causes);
  }

  private static final Answer PLACE =
      answer(Answer.Verdict.IDENTIFIED, Answer.Cause.at("carts", "carts-0", CauseKind.RESOURCE));
  private static final Answer NOBODY = answer(Answer.Verdict.NO_CODE_CAUSE);
  private static final Answer HEALTHY = answer(Answer.Verdict.HEALTHY);

  @Test
  void theFinestLevelThatIsAskedForDecides() {
    assertThat(CaseScore.of(named(cause("carts", null, "d1", 0.8)), change(HASH, "d1")).right())
        .isTrue();
    assertThat(CaseScore.of(named(cause("carts", null, null, 0.8)), change("d1")).right())
        .as("the service alone, where the change is asked for")
        .isFalse();
    assertThat(CaseScore.of(named(cause("carts", null, "0123456", 0.8)), change(HASH)).right())
        .as("a short hash")
        .isTrue();
    assertThat(CaseScore.of(named(cause("carts", null, "012345", 0.8)), change(HASH)).right())
        .as("too short a hash")
        .isFalse();
    assertThat(CaseScore.of(named(cause("carts", "other", null, 0.8)), PLACE).right())
        .as("the service before the instance")
        .isTrue();
  }

  @Test
  void theVerdictMustBeRightToo() {
    Cause right = cause("carts", null, "d1", 0.95);
    Diagnosis unsure = new Diagnosis.Inconclusive("Not settled.", details(List.of(right)));
    assertThat(CaseScore.of(unsure, change("d1"))).isEqualTo(new CaseScore(false, false, false));
    Diagnosis nobody = new Diagnosis.NoCodeCause("None.", details(List.of(right)));
    assertThat(CaseScore.of(nobody, NOBODY)).isEqualTo(new CaseScore(true, true, false));
    assertThat(CaseScore.of(nobody, HEALTHY)).isEqualTo(new CaseScore(false, true, true));
    assertThat(CaseScore.of(named(right), change("d2")))
        .isEqualTo(new CaseScore(false, true, true));
    assertThat(CaseScore.of(named(cause("x", null, null, 0.89)), PLACE))
        .isEqualTo(new CaseScore(false, true, false));
    Diagnosis healthy = new Diagnosis.Healthy("Nothing.", details(List.of()));
    assertThat(CaseScore.of(healthy, HEALTHY)).isEqualTo(new CaseScore(true, true, false));
  }

  @Test
  void theToolCountsTheSame() throws IOException, InterruptedException {
    Path tool = PublicTool.scoreCases();
    assumeTrue(tool != null && Files.isRegularFile(tool), "misses the program score-cases");
    assumeTrue(PublicTool.runs("python3", "--version"), "misses the program python3");
    List<Diagnosis> diagnoses =
        List.of(
            named(cause("carts", null, "d1", 0.95)),
            named(cause("carts", "carts-0", null, 0.4), cause("x", null, "d1", 0.3)),
            named(cause(null, null, HASH.substring(0, 9), 0.9)),
            named(cause("x", "carts-0", null, 0.99)),
            new Diagnosis.Inconclusive("?", details(List.of(cause("carts", null, "d1", 0.6)))),
            new Diagnosis.NoCodeCause("-", details(List.of())),
            new Diagnosis.Healthy("-", details(List.of())));
    for (Answer answer : List.of(change("d1"), change(HASH), PLACE, NOBODY, HEALTHY)) {
      for (Diagnosis diagnosis : diagnoses) {
        CaseScore own = CaseScore.of(diagnosis, answer);
        JsonNode theirs = toolSays(tool, diagnosis, answer);
        String what = DiagnosisJson.verdict(diagnosis) + " against " + TruthJson.line(answer);
        assertThat(theirs.get("pass").get("hits").asInt()).as(what).isEqualTo(own.right() ? 1 : 0);
        assertThat(theirs.get("coverage").get("hits").asInt())
            .as(what)
            .isEqualTo(own.answered() ? 1 : 0);
      }
    }
  }

  private JsonNode toolSays(Path tool, Diagnosis diagnosis, Answer answer)
      throws IOException, InterruptedException {
    Path truth = folder.resolve("truth.jsonl");
    Path answers = folder.resolve("answers.jsonl");
    Files.writeString(truth, TruthJson.line(answer) + "\n");
    Files.writeString(answers, DiagnosisJson.line("1", "truth", diagnosis, Duration.ZERO) + "\n");
    Process process =
        new ProcessBuilder(
                "python3", tool.toString(), truth.toString(), answers.toString(), "--json")
            .start();
    String json = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return CoreJson.mapper().readTree(json);
  }
}
