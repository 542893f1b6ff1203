package dev.inquest.playbooks.evolve.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inquest.failure.FailureException;
import dev.inquest.playbooks.evolve.MadeArena;
import dev.inquest.playbooks.evolve.log.RunFiles;
import dev.inquest.playbooks.evolve.log.Verification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TamperedRunTest {
  /** Larger files are changed at so many places, evenly spread, and at both ends. */
  private static final int PLACES = 25;

  private static final int ALL_PLACES_BYTES = 300;

  @TempDir Path folder;

  @BeforeEach
  void run() {
    Runs.run(new MadeArena(), folder, new HastyDisk(), 2, 1, Runs.settings(3, 5));
  }

  @Test
  void anUntouchedRunIsWhatWasWritten() {
    assertThatCode(() -> Verification.verify(folder)).doesNotThrowAnyException();
  }

  @Test
  void aChangedByteOfAnyFileIsFound() throws IOException {
    SortedMap<String, String> files = Runs.files(folder);
    assertThat(files).hasSizeGreaterThan(30);
    for (String name : files.keySet()) {
      Path file = folder.resolve(name);
      byte[] bytes = Files.readAllBytes(file);
      int step = bytes.length <= ALL_PLACES_BYTES ? 1 : bytes.length / PLACES;
      for (int at = 0; at < bytes.length; at += step) {
        changed(file, bytes, at);
      }
      if (bytes.length > 0) {
        changed(file, bytes, bytes.length - 1);
        tampered(file, Arrays.copyOf(bytes, bytes.length - 1));
      }
      tampered(file, Arrays.copyOf(bytes, bytes.length + 1));
      Files.delete(file);
      found(name + " is gone");
      Files.write(file, bytes);
    }
    assertThatCode(() -> Verification.verify(folder)).doesNotThrowAnyException();
  }

  @Test
  void aFileThatNobodyWroteIsFound() throws IOException {
    Files.writeString(folder.resolve("rounds/0002/more.json"), "{}");
    found("more");
  }

  @Test
  void aRoundWithItsLineTakenAwayIsFound() throws IOException {
    Path log = folder.resolve(RunFiles.LOG);
    String text = Files.readString(log);
    Files.writeString(log, text.substring(0, text.lastIndexOf('\n', text.length() - 2) + 1));
    found("a line less");
  }

  @Test
  void aRunWithAnyFileChangedIsNotTakenUpAgain() throws IOException {
    Path decision = folder.resolve("rounds/0001/decision.json");
    Files.writeString(
        decision, Files.readString(decision).replace("\"round\" : 1", "\"round\" : 2"));
    assertThatThrownBy(this::run)
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("run-tampered");
  }

  private void changed(Path file, byte[] bytes, int at) throws IOException {
    byte[] other = bytes.clone();
    other[at] ^= 1;
    tampered(file, other);
    Files.write(file, bytes);
  }

  private void tampered(Path file, byte[] other) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, other);
    found(file + " " + new String(other, StandardCharsets.ISO_8859_1).hashCode());
    Files.write(file, bytes);
  }

  private void found(String what) {
    assertThatThrownBy(() -> Verification.verify(folder))
        .as(what)
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("run-");
  }
}
