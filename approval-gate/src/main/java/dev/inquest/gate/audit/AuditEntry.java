package dev.inquest.gate.audit;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * One link of the chain.
 *
 * @param seq 1, 2 … without a gap
 * @param at to the microsecond
 * @param kind e.g. {@code proposal-asked}; lower-case words joined by dashes
 * @param subject the id of the thing concerned; printable, without line breaks
 * @param bodySha256 of the payload's canonical JSON; the payload stays elsewhere, so it can be
 *     erased
 */
public record AuditEntry(
    long seq,
    Instant at,
    String kind,
    String subject,
    String bodySha256,
    String prevHash,
    String hash) {
  /** What the first entry names as its predecessor. */
  public static final String GENESIS = "0".repeat(64);

  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
  private static final Pattern KIND = Pattern.compile("[a-z][a-z-]{1,60}");
  private static final int MAX_SUBJECT_CHARS = 200;

  public AuditEntry {
    requireNonNull(at, "at");
    if (!KIND.matcher(kind).matches()) {
      throw new IllegalArgumentException("not a kind of audit entry: " + kind);
    }
    if (subject.length() > MAX_SUBJECT_CHARS || subject.chars().anyMatch(c -> c < 0x20)) {
      throw new IllegalArgumentException("not a subject of an audit entry");
    }
    requireNonNull(bodySha256, "bodySha256");
    requireNonNull(prevHash, "prevHash");
    requireNonNull(hash, "hash");
  }

  /** The entry that follows {@code prevHash}, with its own hash. */
  public static AuditEntry link(
      String prevHash, long seq, Instant at, String kind, String subject, String bodySha256) {
    String hash = hashOf(prevHash, seq, at, kind, subject, bodySha256);
    return new AuditEntry(seq, at, kind, subject, bodySha256, prevHash, hash);
  }

  /** Whether the hash is the one its own parts give. */
  public boolean sound() {
    return hash.equals(hashOf(prevHash, seq, at, kind, subject, bodySha256));
  }

  public String atText() {
    return MICROS.format(at);
  }

  /** As exported. */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("seq", seq);
    map.put("at", atText());
    map.put("kind", kind);
    map.put("subject", subject);
    map.put("body_sha256", bodySha256);
    map.put("prev_hash", prevHash);
    map.put("hash", hash);
    return map;
  }

  /**
   * Reads an exported entry, spelled exactly as {@link #toMap()} does; its hash is as the export
   * says, see {@link #sound()}.
   *
   * @throws IllegalArgumentException where it is none
   */
  public static AuditEntry read(JsonNode json) {
    AuditEntry entry =
        new AuditEntry(
            json.path("seq").asLong(-1),
            Instant.parse(json.path("at").asString("")),
            json.path("kind").asString(""),
            json.path("subject").asString(""),
            json.path("body_sha256").asString(""),
            json.path("prev_hash").asString(""),
            json.path("hash").asString(""));
    if (json.size() != 7
        || !json.path("seq").isIntegralNumber()
        || !json.path("at").asString("").equals(entry.atText())) {
      throw new IllegalArgumentException("not spelled as an export spells it");
    }
    return entry;
  }

  private static String hashOf(
      String prevHash, long seq, Instant at, String kind, String subject, String bodySha256) {
    return Sha256.hex(
        String.join(
                "\n", prevHash, Long.toString(seq), MICROS.format(at), kind, subject, bodySha256)
            + "\n");
  }
}
