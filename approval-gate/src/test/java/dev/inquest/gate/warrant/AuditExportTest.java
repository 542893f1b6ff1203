package dev.inquest.gate.warrant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.gate.audit.AuditEntry;
import dev.inquest.gate.audit.CanonicalJson;
import dev.inquest.gate.audit.Sha256;
import dev.inquest.gate.warrant.AuditExport.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An export is sound as it was written, and broken by any edit. */
class AuditExportTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private final SigningKey gate = SigningKey.generate();
  private final List<AuditEntry> chain = chain(3);

  @Test
  void asItWasWrittenItIsSound() throws IOException {
    assertThat(verify(export(), gate.verifying())).isEqualTo(new Verdict.Sound(3, gate.keyId()));
    assertThat(verify(export(), null)).isEqualTo(new Verdict.Sound(3, gate.keyId()));
  }

  @Test
  void anEmptyChainIsSoundToo() throws IOException {
    byte[] export = (head(gate, 0, AuditEntry.GENESIS) + "\n").getBytes(UTF_8);

    assertThat(verify(export, gate.verifying())).isEqualTo(new Verdict.Sound(0, gate.keyId()));
  }

  /** Every byte, with every bit of it turned once. */
  @Test
  void anyOtherByteBreaksIt() throws IOException {
    byte[] export = export();
    for (int i = 0; i < export.length; i++) {
      byte[] edited = export.clone();
      edited[i] ^= (byte) (1 << (i % 8));
      assertThat(verify(edited, gate.verifying()))
          .as("byte %d, %s", i, new String(edited, UTF_8).lines().toList())
          .isInstanceOf(Verdict.Broken.class);
    }
  }

  @Test
  void anyByteLessOrMoreBreaksIt() throws IOException {
    byte[] export = export();
    // A step that shares no factor with a line's length meets every field.
    for (int i = 0; i < export.length; i += 5) {
      String without = text(export, 0, i) + text(export, i + 1, export.length);
      String with = text(export, 0, i) + " " + text(export, i, export.length);
      assertThat(verify(without.getBytes(UTF_8), gate.verifying()))
          .as("without byte %d", i)
          .isInstanceOf(Verdict.Broken.class);
      assertThat(verify(with.getBytes(UTF_8), gate.verifying()))
          .as("a space at %d", i)
          .isInstanceOf(Verdict.Broken.class);
    }
  }

  @Test
  void linesTakenOutPutInOrSwappedBreakIt() throws IOException {
    List<String> lines = lines();
    for (int i = 0; i < lines.size(); i++) {
      List<String> fewer = new ArrayList<>(lines);
      fewer.remove(i);
      List<String> twice = new ArrayList<>(lines);
      twice.add(i, lines.get(i));
      assertThat(verify(bytes(fewer), gate.verifying())).isInstanceOf(Verdict.Broken.class);
      assertThat(verify(bytes(twice), gate.verifying())).isInstanceOf(Verdict.Broken.class);
    }
    List<String> swapped = new ArrayList<>(lines);
    swapped.set(2, lines.get(3));
    swapped.set(3, lines.get(2));
    assertThat(verify(bytes(swapped), gate.verifying())).isInstanceOf(Verdict.Broken.class);
  }

  @Test
  void whatWasNotSignedDoesNotFollow() throws IOException {
    List<AuditEntry> longer = chain(4);
    byte[] export = bytes(lines(gate, longer, 3));

    assertThat(verify(export, gate.verifying()))
        .isEqualTo(new Verdict.Broken(5, "it goes on after what was signed"));
  }

  /** Rewritten whole, hashes and all, and signed by whoever did it. */
  @Test
  void anotherKeysChainIsNotTheGates() throws IOException {
    SigningKey forger = SigningKey.generate();
    byte[] forged = bytes(lines(forger, chain, chain.size()));

    assertThat(verify(forged, gate.verifying()))
        .isEqualTo(new Verdict.Broken(1, "it is signed by another key than the one given"));
    assertThat(verify(forged, null)).isEqualTo(new Verdict.Sound(3, forger.keyId()));
  }

  /** The gate's key and signature kept, an entry and all hashes after it written anew. */
  @Test
  void aChainWrittenAnewDoesNotEndAtTheCheckpoint() throws IOException {
    List<AuditEntry> rewritten = new ArrayList<>(chain.subList(0, 2));
    for (AuditEntry entry : chain.subList(2, chain.size())) {
      rewritten.add(
          AuditEntry.link(
              rewritten.getLast().hash(),
              entry.seq(),
              entry.at(),
              entry.kind(),
              "pr-other",
              entry.bodySha256()));
    }
    List<String> lines = lines(gate, rewritten, 3);
    lines.set(0, head(gate, 3, chain.getLast().hash()));

    assertThat(verify(bytes(lines), gate.verifying()))
        .isEqualTo(new Verdict.Broken(4, "it is not the entry the checkpoint signed"));
  }

  @Test
  void nonsenseIsBrokenNotAnError() throws IOException {
    for (String nonsense : List.of("", "\n", "null\n", "{}\n", "[1]\n", "x".repeat(100_000))) {
      assertThat(verify(nonsense.getBytes(UTF_8), gate.verifying()))
          .isInstanceOf(Verdict.Broken.class);
    }
  }

  private static Verdict verify(byte[] export, @Nullable VerifyingKey key) throws IOException {
    return AuditExport.verify(new ByteArrayInputStream(export), key);
  }

  private byte[] export() {
    return bytes(lines());
  }

  private List<String> lines() {
    return lines(gate, chain, chain.size());
  }

  private static List<String> lines(SigningKey key, List<AuditEntry> entries, int signed) {
    List<String> lines = new ArrayList<>();
    lines.add(head(key, signed, entries.get(signed - 1).hash()));
    entries.forEach(entry -> lines.add(AuditExport.entry(MAPPER.valueToTree(entry.toMap()))));
    return lines;
  }

  private static String head(SigningKey key, long size, String hash) {
    byte[] statement = CanonicalJson.bytes(Map.of("size", size, "hash", hash));
    JsonNode checkpoint =
        MAPPER.valueToTree(
            Map.of(
                "size",
                size,
                "hash",
                hash,
                "envelope",
                new String(Dsse.seal(Checkpoints.TYPE, statement, key), UTF_8),
                "public_key",
                key.verifying().pem()));
    return AuditExport.head(checkpoint);
  }

  private static List<AuditEntry> chain(int length) {
    List<AuditEntry> chain = new ArrayList<>();
    String previous = AuditEntry.GENESIS;
    for (int i = 1; i <= length; i++) {
      Instant at = Instant.parse("2026-03-01T03:00:00Z").plusMillis(1_001L * i);
      AuditEntry entry =
          AuditEntry.link(previous, i, at, "proposal-asked", "pr-" + i, Sha256.hex("body" + i));
      chain.add(entry);
      previous = entry.hash();
    }
    return chain;
  }

  private static byte[] bytes(List<String> lines) {
    return (String.join("\n", lines) + "\n").getBytes(UTF_8);
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(
        Arrays.copyOfRange(bytes, from, to), java.nio.charset.StandardCharsets.ISO_8859_1);
  }
}
