package dev.inquest.gate.warrant;

import dev.inquest.gate.audit.AuditEntry;
import dev.inquest.gate.audit.AuditLog;
import dev.inquest.gate.audit.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signs the head of the audit chain, so that nobody can later shorten or rewrite what led to it.
 */
public final class Checkpoints {
  public static final String TYPE = "application/vnd.inquest.audit-checkpoint.v1+json";

  private final AuditLog audit;
  private final SigningKey key;

  public Checkpoints(AuditLog audit, SigningKey key) {
    this.audit = audit;
    this.key = key;
  }

  /** {@code {size, hash, envelope, public_key}}; the envelope is DSSE over {@code {hash, size}}. */
  public Map<String, @Nullable Object> now() {
    Optional<AuditEntry> last = audit.last();
    long size = last.map(AuditEntry::seq).orElse(0L);
    String hash = last.map(AuditEntry::hash).orElse(AuditEntry.GENESIS);
    byte[] statement = CanonicalJson.bytes(Map.of("size", size, "hash", hash));
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("size", size);
    json.put("hash", hash);
    json.put("envelope", new String(Dsse.seal(TYPE, statement, key), StandardCharsets.UTF_8));
    json.put("public_key", key.verifying().pem());
    return json;
  }
}
