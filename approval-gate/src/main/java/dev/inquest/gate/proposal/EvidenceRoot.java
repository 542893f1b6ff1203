package dev.inquest.gate.proposal;

import dev.inquest.gate.audit.CanonicalJson;
import dev.inquest.gate.audit.Sha256;
import dev.inquest.gate.policy.Refused;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One digest over all cited evidence: SHA-256 of the canonical JSON of {@code [{id, sha256}]},
 * sorted by id. It proves which evidence was cited, not that it is true. The digests are read from
 * the evidence book; the gate may read nothing else of it.
 */
public final class EvidenceRoot {
  private final JdbcClient jdbc;

  public EvidenceRoot(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @throws dev.inquest.failure.FailureException {@code evidence-unknown} where an id is not stored
   */
  public String of(String incident, List<String> ids) {
    Map<String, String> stored = new TreeMap<>();
    if (!ids.isEmpty()) {
      jdbc.sql("SELECT id, sha256 FROM agent.evidence WHERE incident = :incident AND id IN (:ids)")
          .param("incident", incident)
          .param("ids", ids)
          .query((row, n) -> stored.put(row.getString("id"), row.getString("sha256")))
          .list();
    }
    ids.stream()
        .filter(id -> !stored.containsKey(id))
        .findFirst()
        .ifPresent(id -> {
          throw Refused.because(
              "evidence-unknown", id, "it cites evidence that is not stored: " + id);
        });
    return Sha256.hex(
        CanonicalJson.bytes(
            stored.entrySet().stream()
                .map(entry -> Map.of("id", entry.getKey(), "sha256", entry.getValue()))
                .toList()));
  }
}
