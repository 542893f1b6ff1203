package dev.inquest.gate.warrant;

import dev.inquest.gate.audit.AuditEntry;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks an exported chain offline, against a signed checkpoint and the gate's public key. */
public final class AuditVerifier {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final VerifyingKey key;

  public AuditVerifier(VerifyingKey key) {
    this.key = key;
  }

  /** What was found. */
  public sealed interface Verdict {
    /**
     * @param entries how many were checked, from the first
     */
    record Sound(long entries) implements Verdict {}

    /**
     * @param line of the export, counted from 1; 0 where it is the checkpoint
     */
    record Broken(long line, String why) implements Verdict {}
  }

  /**
   * @param export JSON lines as {@code /api/v1/audit/entries} gives them, from the first entry; it
   *     may go on after the checkpoint
   * @param checkpoint the envelope of {@code /api/v1/audit/checkpoint}
   */
  public Verdict verify(Stream<String> export, String checkpoint) {
    JsonNode head;
    try {
      head = MAPPER.readTree(Dsse.open(checkpoint, Checkpoints.TYPE, key));
    } catch (WarrantException | JacksonException e) {
      return new Verdict.Broken(0, "the checkpoint is not signed by this key");
    }
    Walk walk = new Walk(head.path("size").asLong(-1), head.path("hash").asString(""));
    Optional<Verdict> broken =
        export
            .filter(line -> !line.isBlank())
            .map(walk::take)
            .flatMap(Optional::stream)
            .findFirst();
    return broken.orElseGet(walk::end);
  }

  /** Follows the chain, one line at a time. */
  private static final class Walk {
    private final long size;
    private final String hash;
    private String previous = AuditEntry.GENESIS;
    private long line;
    private boolean reached;

    Walk(long size, String hash) {
      this.size = size;
      this.hash = hash;
      this.reached = size == 0 && hash.equals(AuditEntry.GENESIS);
    }

    Optional<Verdict> take(String text) {
      line++;
      AuditEntry entry;
      try {
        entry = AuditEntry.read(MAPPER.readTree(text.getBytes(StandardCharsets.UTF_8)));
      } catch (JacksonException | IllegalArgumentException | java.time.DateTimeException e) {
        return broken("not an entry");
      }
      if (entry.seq() != line) {
        return broken("expected entry " + line + ", found " + entry.seq());
      }
      if (!entry.prevHash().equals(previous)) {
        return broken("it does not follow the entry before it");
      }
      if (!entry.sound()) {
        return broken("its hash is not that of its parts");
      }
      previous = entry.hash();
      return atCheckpoint(entry);
    }

    private Optional<Verdict> atCheckpoint(AuditEntry entry) {
      if (entry.seq() != size) {
        return Optional.empty();
      }
      reached = entry.hash().equals(hash);
      return reached ? Optional.empty() : broken("it is not the entry the checkpoint signed");
    }

    Verdict end() {
      return reached
          ? new Verdict.Sound(line)
          : new Verdict.Broken(line, "the export ends before the checkpoint");
    }

    private Optional<Verdict> broken(String why) {
      return Optional.of(new Verdict.Broken(line, why));
    }
  }
}
