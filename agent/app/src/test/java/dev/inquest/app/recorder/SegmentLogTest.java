package dev.inquest.app.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SegmentLogTest {
  private static final long SEGMENT_BYTES = 4_000;

  @TempDir private Path folder;

  @Test
  void keepsWhatWasAppendedAcrossAReopening() throws IOException {
    try (SegmentLog log = open(1_000_000)) {
      append(log, 0, 100);
    }
    try (SegmentLog log = open(1_000_000)) {
      append(log, 100, 200);
      assertThat(read(log, 0, 1_000)).containsExactlyElementsOf(bodies(0, 200));
    }
  }

  @Test
  void cutsOffATornTailAndGoesOn() throws IOException {
    try (SegmentLog log = open(1_000_000)) {
      append(log, 0, 10);
    }
    Path file = files().getLast();
    long whole = Files.size(file);
    Files.write(file, new byte[] {0, 0, 0, 40, 1, 2, 3}, StandardOpenOption.APPEND);
    try (SegmentLog log = open(1_000_000)) {
      assertThat(Files.size(file)).isEqualTo(whole);
      append(log, 10, 12);
      assertThat(read(log, 0, 100)).containsExactlyElementsOf(bodies(0, 12));
    }
  }

  @Test
  void aFlippedBitLosesTheRestOfThatSegmentAndSaysSo() throws IOException {
    try (SegmentLog log = open(1_000_000)) {
      append(log, 0, 500);
    }
    Path first = files().getFirst();
    byte[] bytes = Files.readAllBytes(first);
    bytes[bytes.length / 2] ^= 1;
    Files.write(first, bytes);
    List<String> warnings = new ArrayList<>();
    try (SegmentLog log = open(1_000_000)) {
      List<String> found = new ArrayList<>();
      FrameScan.read(log, 0, 1_000, warnings, frame -> found.add(body(frame)));
      assertThat(found).isNotEmpty().isSubsetOf(bodies(0, 500)).contains("body 499");
    }
    assertThat(warnings).anyMatch(w -> w.contains("damaged"));
  }

  @Test
  void dropsTheOldestWhereThereIsTooMuch() throws IOException {
    long bound = 10 * SEGMENT_BYTES;
    try (SegmentLog log = open(bound)) {
      append(log, 0, 5_000);
      assertThat(log.bytes()).isLessThanOrEqualTo(bound).isGreaterThan(bound / 2);
      assertThat(diskBytes()).isLessThanOrEqualTo(bound + 10_000);
      assertThat(read(log, 0, 10_000)).endsWith("body 4999").doesNotContain("body 0");
    }
  }

  @Test
  void readsOnlyWhatOverlaps() throws IOException {
    try (SegmentLog log = open(1_000_000)) {
      append(log, 0, 500);
      assertThat(log.snapshot(400, 410)).hasSizeLessThan(log.snapshot(0, 500).size());
      assertThat(read(log, 400, 410)).containsExactlyElementsOf(bodies(400, 410));
    }
  }

  private SegmentLog open(long maxBytes) throws IOException {
    return SegmentLog.open(folder, maxBytes, SEGMENT_BYTES);
  }

  private static void append(SegmentLog log, int from, int to) throws IOException {
    for (int i = from; i < to; i++) {
      byte[] body = ("body " + i).getBytes(StandardCharsets.UTF_8);
      log.append(new Frame(i, i, new byte[0], body));
    }
  }

  private static List<String> bodies(int from, int to) {
    List<String> bodies = new ArrayList<>();
    for (int i = from; i < to; i++) {
      bodies.add("body " + i);
    }
    return bodies;
  }

  private static List<String> read(SegmentLog log, long from, long to) {
    List<String> found = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    FrameScan.read(log, from, to, warnings, frame -> found.add(body(frame)));
    assertThat(warnings).isEmpty();
    return found;
  }

  private static String body(Frame frame) {
    return new String(frame.body(), StandardCharsets.UTF_8);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".seg")).sorted().toList();
    }
  }

  private long diskBytes() throws IOException {
    long bytes = 0;
    for (Path file : files()) {
      bytes += Files.size(file);
    }
    return bytes;
  }
}
