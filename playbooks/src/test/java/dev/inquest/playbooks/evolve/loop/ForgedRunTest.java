package dev.inquest.playbooks.evolve.loop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inquest.failure.FailureException;
import dev.inquest.playbooks.evolve.MadeArena;
import dev.inquest.playbooks.evolve.log.RunFiles;
import dev.inquest.playbooks.evolve.log.Verification;
import dev.inquest.playbooks.evolve.play.Workers;
import dev.inquest.playbooks.evolve.record.Arm;
import dev.inquest.playbooks.evolve.record.Settings;
import dev.inquest.playbooks.format.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Records that were changed and chained anew down to the head: the chain cannot tell, the rules do.
 */
class ForgedRunTest {
  private static final Pattern LINE = Pattern.compile("\\{\"hash\":\"(.*?)\",\"entry\":(.*)}");
  private static final String DECISION = "rounds/0002/decision.json";

  @TempDir Path folder;

  @BeforeEach
  void run() {
    // As a placebo every round confirms, and none of these keeps.
    Runs.run(
        new MadeArena(),
        folder,
        new HastyDisk(),
        2,
        1,
        Settings.of(3, 5, Arm.RANDOM_PROPOSER, true));
  }

  @Test
  void theForgersOwnChainHolds() {
    forge(DECISION, text -> text.replace("\"pairs\" : ", "\"pairs\" : 1"));
    assertThatCode(() -> Verification.verify(folder)).doesNotThrowAnyException();
  }

  @Test
  void aFoundResultThatNobodyFoundIsNotFoundAgain() {
    forge(DECISION, text -> text.replace("\"pairs\" : ", "\"pairs\" : 1"));
    assertThatThrownBy(() -> rerun().round(2)).hasMessageContaining("the same decision.json again");
    assertThatCode(() -> rerun().round(1)).doesNotThrowAnyException();
  }

  @Test
  void aKeepThatWasNoneDoesNotLeadToThePlaybooks() {
    forge(
        "rounds/0003/decision.json",
        text -> text.replace("\"decision\" : \"revert\"", "\"decision\" : \"keep\""));
    assertThatThrownBy(() -> rerun().rules()).hasMessageContaining("not those that were kept");
  }

  @Test
  void aSeedThatWasChosenDoesNotFollowFromTheKey() {
    forge(DECISION, text -> text.replaceFirst("\"seed\" : \".", "\"seed\" : \"g"));
    assertThatThrownBy(() -> rerun().rules()).hasMessageContaining("another seed");
  }

  @Test
  void anErrorThatWasSpentIsNotForgotten() {
    forge(DECISION, text -> text.replaceFirst("\"alpha_spent\" : [^,]*", "\"alpha_spent\" : 0.0"));
    assertThatThrownBy(() -> rerun().rules()).hasMessageContaining("another error");
  }

  @Test
  void aCandidateThatWasChangedIsNotTheOneCommittedTo() {
    forge(
        "rounds/0002/candidate.diff",
        text -> text.replaceFirst("\n\\+( +\\S+: )\\S+", "\n+$1 9.9"));
    assertThatThrownBy(this::rerun).isInstanceOf(FailureException.class);
  }

  private Rerun rerun() {
    return new Rerun(new MadeArena(), new Workers(1), Verification.verify(folder), this::text);
  }

  /** Changes a file, its digest in the log, and every hash from there on. */
  private void forge(String file, UnaryOperator<String> change) {
    String was = text(file);
    String is = change.apply(was);
    if (is.equals(was)) {
      throw new IllegalArgumentException("nothing was changed in " + was);
    }
    write(file, is);
    StringBuilder log = new StringBuilder();
    String prev = "0".repeat(64);
    String last = "";
    for (String line : text(RunFiles.LOG).lines().toList()) {
      Matcher parts = LINE.matcher(line);
      if (!parts.matches()) {
        throw new IllegalStateException(line);
      }
      String entry =
          parts
              .group(2)
              .replace(sha(was), sha(is))
              .replaceFirst("\"prev\":\"[0-9a-f]*\"", "\"prev\":\"" + prev + "\"");
      last = parts.group(1);
      prev = sha(entry);
      log.append("{\"hash\":\"").append(prev).append("\",\"entry\":").append(entry).append("}\n");
    }
    write(RunFiles.LOG, log.toString());
    write(RunFiles.HEAD, text(RunFiles.HEAD).replace(last, prev));
  }

  private static String sha(String text) {
    return Sha256.of(text.getBytes(UTF_8));
  }

  private String text(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String file, String text) {
    try {
      Files.writeString(folder.resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
