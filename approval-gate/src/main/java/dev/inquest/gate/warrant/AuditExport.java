package dev.inquest.gate.warrant;

import dev.inquest.gate.audit.AuditEntry;
import dev.inquest.gate.audit.CanonicalJson;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The audit chain as a file: JSON lines, first the signed checkpoint with the public key, then
 * every entry up to it. Each line has one form only, so that no byte can be changed unnoticed.
 */
public final class AuditExport {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private AuditExport() {}

  /** What was found. */
  public sealed interface Verdict {
    /**
     * @param entries all there are
     * @param keyId of the key that signed
     */
    record Sound(long entries, String keyId) implements Verdict {}

    /**
     * @param line of the file, counted from 1
     * @param why half a sentence
     */
    record Broken(long line, String why) implements Verdict {}
  }

  /**
   * The first line, without its end.
   *
   * @param checkpoint as {@link Checkpoints#now()} gives it
   * @throws IllegalArgumentException where it is none
   */
  public static String head(JsonNode checkpoint) {
    try {
      return ExportHead.ofCheckpoint(checkpoint).line();
    } catch (JacksonException e) {
      throw new IllegalArgumentException("the checkpoint's envelope is not JSON", e);
    }
  }

  /**
   * An entry's line, without its end.
   *
   * @param entry as {@link AuditEntry#toMap()} gives it
   * @throws IllegalArgumentException where it is none
   */
  public static String entry(JsonNode entry) {
    return CanonicalJson.text(AuditEntry.read(entry).toMap());
  }

  /**
   * Reads the file once, holding one line at a time.
   *
   * @param trusted the gate's key, from elsewhere; null: the one in the file is believed
   */
  public static Verdict verify(InputStream export, @Nullable VerifyingKey trusted)
      throws IOException {
    try {
      ExportLines lines = new ExportLines(export);
      ExportHead head = ExportHead.read(lines.next().orElse(""));
      VerifyingKey key = head.key();
      if (trusted != null && !trusted.keyId().equals(key.keyId())) {
        return new Verdict.Broken(1, "it is signed by another key than the one given");
      }
      head.check(key);
      return entries(lines, head, key);
    } catch (ExportLines.BadLine e) {
      return new Verdict.Broken(e.line(), e.why());
    } catch (JacksonException | IllegalArgumentException | WarrantException e) {
      return new Verdict.Broken(1, "the first line is not a checkpoint of the gate");
    }
  }

  private static Verdict entries(ExportLines lines, ExportHead head, VerifyingKey key)
      throws IOException {
    Stream<String> entries =
        Stream.generate(lines::nextUnchecked)
            .takeWhile(Optional::isPresent)
            .map(Optional::orElseThrow)
            .peek(line -> requireCanonical(lines, line));
    AuditVerifier.Verdict verdict = new AuditVerifier(key).verify(entries, head.envelopeJson());
    lines.rethrow();
    return switch (verdict) {
      case AuditVerifier.Verdict.Broken(long entry, String why) ->
          new Verdict.Broken(entry + 1, why);
      case AuditVerifier.Verdict.Sound(long count) ->
          count == head.size()
              ? new Verdict.Sound(count, key.keyId())
              : new Verdict.Broken(head.size() + 2, "it goes on after what was signed");
    };
  }

  private static void requireCanonical(ExportLines lines, String line) {
    try {
      if (entry(MAPPER.readTree(line)).equals(line)) {
        return;
      }
    } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
      throw lines.bad("not an entry");
    }
    throw lines.bad("not spelled as an export spells it");
  }
}
