package dev.inquest.playbooks.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inquest.change.Change;
import dev.inquest.change.ChangeKind;
import dev.inquest.evidence.ProbeAnswer;
import dev.inquest.evidence.ProbeQuery;
import dev.inquest.evidence.SampledTrace;
import dev.inquest.evidence.Span;
import dev.inquest.evidence.SpanKind;
import dev.inquest.failure.FailureException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseFilesTest {
  @TempDir Path folder;

  @Test
  void aCaseReadsBackAsItWasWritten() {
    CaseFile written = anyCase();
    CaseWriter.write(folder, written);
    CaseFile read = CaseReader.read(folder);
    assertThat(CoreJson.write(read)).isEqualTo(CoreJson.write(written));
    assertThat(CaseWriter.files(read))
        .allSatisfy((name, bytes) ->
            assertThat(bytes).as(name).isEqualTo(CaseWriter.files(written).get(name)));
  }

  @Test
  void gzippedFilesAreReadAsPlainOnes() throws IOException {
    for (var file : CaseWriter.files(anyCase()).entrySet()) {
      gzip(folder.resolve(file.getKey() + ".gz"), file.getValue());
    }
    assertThat(CoreJson.write(CaseReader.read(folder))).isEqualTo(CoreJson.write(anyCase()));
  }

  @Test
  void bothFormsOfAFileAreOneTooMany() throws IOException {
    CaseWriter.write(folder, anyCase());
    gzip(folder.resolve("alert.json.gz"), new byte[0]);
    assertThatThrownBy(() -> CaseReader.read(folder)).hasMessageContaining("holds both alert.json");
  }

  @Test
  void aDataSetListsItsCasesInOrder() throws IOException {
    for (String id : List.of("0002", "0010", "0001")) {
      Files.createDirectories(folder.resolve(id));
      Files.writeString(folder.resolve(id).resolve("alert.json"), "{}");
    }
    Files.writeString(folder.resolve("README.md"), "");
    assertThat(CaseReader.cases(folder))
        .extracting(p -> p.getFileName().toString())
        .containsExactly("0001", "0002", "0010");
    assertThat(CaseReader.cases(folder.resolve("0002"))).containsExactly(folder.resolve("0002"));
    assertThatThrownBy(() -> CaseReader.cases(folder.resolve("9")))
        .isInstanceOf(FailureException.class);
  }

  @Test
  void aCaseWithoutCaseJsonIsNamedByItsFolders() throws IOException {
    Path here = Files.createDirectories(folder.resolve("set/0007"));
    Files.writeString(
        here.resolve("alert.json"), "{\"alerts\":[{\"startsAt\":\"2026-07-11T13:31:00Z\"}]}");
    CaseInfo info = CaseReader.read(here).info();
    assertThat(info.id()).isEqualTo("0007");
    assertThat(info.dataset()).isEqualTo("set");
    assertThat(info.to()).isEqualTo("2026-07-11T13:31:00Z");
  }

  @Test
  void malformedFilesAreNamedWithTheLine() throws IOException {
    refused("changes.json", "[\n{\"id\":\"c\",\"kind\":\"deplay\"}]", "line 2: \"deplay\" is none");
    refused("changes.json", "[\n{\"id\":\"c\",\"at\":\"today\"}]", "line 2: not an ISO-8601 time");
    refused("changes.json", "[\n\n{\"id\":\"c\"}]", "line 3: a change needs id, kind and at");
    refused("topology.json", "{\"nodes\":[{\"id\":\"a\"}]}", "line 1: a node needs id and kind");
    refused("alert.json", "{\"alerts\":[]}", "holds no alert");
    refused("alert.json", "{\"alerts\":[{}]} {}", "line 1: an alert needs startsAt");
    refused("alert.json", "", "is empty");
    refused("database.jsonl", "{}\n", "line 1: a probe's answer needs");
    refused("case.json", "{\"id\":1}", "line 1: expected a text, found value_number_int");
    refused("case.json", "[".repeat(5000), "line 1");
  }

  @Test
  void aTruncatedArchiveIsMalformedToo() throws IOException {
    gzip(folder.resolve("alert.json.gz"), AlertsJson.write(anyCase().alerts(), "x"));
    byte[] whole = Files.readAllBytes(folder.resolve("alert.json.gz"));
    Files.write(folder.resolve("alert.json.gz"), Arrays.copyOf(whole, whole.length - 12));
    assertThatThrownBy(() -> CaseReader.read(folder)).isInstanceOf(FailureException.class);
  }

  private void refused(String name, String content, String complaint) throws IOException {
    Path here = Files.createTempDirectory(folder, "case");
    Files.writeString(here.resolve(name), content, UTF_8);
    assertThatThrownBy(() -> CaseReader.read(here))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining(name)
        .hasMessageContaining(complaint);
  }

  private static void gzip(Path file, byte[] content) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(content);
    }
  }

  /** Every part filled; what a format cannot hold (a series of one counter) is left out. */
  private static CaseFile anyCase() {
    CaseFile any = (CaseFile) new AnyRecord().of(CaseFile.class);
    Instant at = Instant.parse("2026-07-11T13:31:00Z");
    Change bare =
        new Change(
            "c0",
            ChangeKind.COMMIT,
            at.minusSeconds(9),
            null,
            null,
            null,
            null,
            null,
            List.of(),
            null,
            List.of());
    Span span =
        new Span(
            "0a", "0b", null, "carts", null, null, "op", SpanKind.CLIENT, 7, 5, true, Map.of());
    ProbeAnswer answer =
        new ProbeAnswer(
            ProbeQuery.of("connections", "shop", Map.of("k", "v")),
            at,
            List.of("a", "b", "c", "d", "e"),
            List.of(Arrays.asList("x", 7L, 0.5, true, null)),
            "observed",
            null);
    return new CaseFile(
        any.info(),
        any.alerts(),
        any.metrics(),
        List.of(new SampledTrace(List.of(span), 3.5, "s")),
        any.logs(),
        List.of(bare, any.changes().getFirst()),
        any.topology(),
        List.of(answer, ProbeAnswer.failed(answer.query(), at, "untestable (no baseline)")));
  }
}
