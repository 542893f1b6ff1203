package dev.inquest.playbooks.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.playbooks.casefile.Answer;
import dev.inquest.playbooks.casefile.CaseReader;
import dev.inquest.playbooks.casefile.TruthJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SimulateCommandTest {
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void casesAndTheirAnswersAreWritten() {
    assertThat(run("5", "7", "a")).isZero();
    List<Path> cases = CaseReader.cases(folder.resolve("a/cases"));
    SortedMap<String, Answer> truth = TruthJson.answers(folder.resolve("a"));
    assertThat(cases).hasSize(5);
    assertThat(cases.stream().map(p -> p.getFileName().toString()))
        .containsExactlyInAnyOrderElementsOf(truth.keySet());
    assertThat(out.toString()).startsWith("5 cases in ");
    for (Path one : cases) {
      assertThat(CaseReader.read(one).info().id()).isEqualTo(one.getFileName().toString());
    }
  }

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherDoesNot() throws IOException {
    assertThat(run("3", "7", "a")).isZero();
    assertThat(run("3", "7", "b")).isZero();
    assertThat(run("3", "8", "c")).isZero();
    assertThat(digest("a")).isEqualTo(digest("b")).isNotEqualTo(digest("c"));
  }

  @Test
  void whatCannotBeIsRefusedWithAReason() throws IOException {
    assertThat(run("0", "7", "a")).isEqualTo(2);
    assertThat(err.toString()).contains("--count must be 1 to 100000, not 0.");
    assertThat(run("100001", "7", "a")).isEqualTo(2);
    assertThat(run("many", "7", "a")).isEqualTo(2);
    assertThat(folder.resolve("a")).doesNotExist();
    Files.createDirectories(folder.resolve("full"));
    Files.writeString(folder.resolve("full/kept"), "mine");
    assertThat(run("1", "7", "full")).isEqualTo(2);
    assertThat(err.toString()).contains("is not empty; give a new folder.");
    assertThat(run("1", "7", "full/kept")).isEqualTo(2);
    assertThat(err.toString()).contains("is not a folder.");
    assertThat(Files.readString(folder.resolve("full/kept"))).isEqualTo("mine");
  }

  private int run(String count, String seed, String to) {
    return new CommandLine(new SimulateCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute("--count", count, "--seed", seed, "--out", folder.resolve(to).toString());
  }

  private String digest(String name) throws IOException {
    Path root = folder.resolve(name);
    MessageDigest digest = sha256();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        digest.update(root.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
