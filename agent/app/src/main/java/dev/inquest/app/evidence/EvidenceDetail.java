package dev.inquest.app.evidence;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.inquest.app.storage.EvidenceRows;
import dev.inquest.app.storage.StoredJson;
import dev.inquest.evidence.Evidence;
import dev.inquest.evidence.EvidenceKind;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One piece of evidence as the API shows it.
 *
 * @param query for people: what was really asked
 * @param request the port's query, which a refetch sends again; null for a computed fact
 * @param bytes length of the stored result
 * @param restsOn what a computed fact was computed from
 */
record EvidenceDetail(
    String incident,
    String id,
    EvidenceKind kind,
    String source,
    Instant at,
    String query,
    String summary,
    String sha256,
    long bytes,
    SortedMap<String, String> facts,
    @Nullable JsonNode request,
    @JsonProperty("rests_on") List<Basis> restsOn) {
  EvidenceDetail {
    restsOn = List.copyOf(restsOn);
  }

  /** Evidence that other evidence rests on. */
  record Basis(String id, EvidenceKind kind, String source, String summary, String sha256) {
    static Basis of(Evidence evidence) {
      return new Basis(
          evidence.id(), evidence.kind(), evidence.source(), evidence.summary(), evidence.sha256());
    }
  }

  /**
   * @throws FailureException {@code no-such-evidence}
   */
  static EvidenceDetail read(EvidenceRows rows, String incident, String id) {
    Evidence evidence = find(rows, incident, id).evidence();
    JsonNode request = rows.request(incident, id).map(StoredJson::tree).orElse(null);
    return new EvidenceDetail(
        incident,
        id,
        evidence.kind(),
        evidence.source(),
        evidence.at(),
        evidence.query(),
        evidence.summary(),
        evidence.sha256(),
        evidence.bytes(),
        evidence.facts(),
        request,
        basis(rows, incident, evidence));
  }

  static EvidenceRows.Read find(EvidenceRows rows, String incident, String id) {
    return rows.find(incident, id)
        .orElseThrow(() ->
            new FailureException(
                Failure.permanent("no-such-evidence", id, "there is none of that id")));
  }

  /** Of those that are still kept. */
  static List<Basis> basis(EvidenceRows rows, String incident, Evidence evidence) {
    return evidence.from().stream()
        .map(from -> rows.find(incident, from))
        .flatMap(Optional::stream)
        .map(read -> Basis.of(read.evidence()))
        .toList();
  }
}
