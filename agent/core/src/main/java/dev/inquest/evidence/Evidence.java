package dev.inquest.evidence;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One dated, addressed fact. Its bytes are stored beside it under {@code sha256}; a replay of a
 * frozen case stores none, for its query over the case's files gives them again.
 *
 * @param id {@code e1, e2 …} within its incident
 * @param source the connector, or {@code engine} for a computed fact
 * @param at when it was gathered
 * @param query how to fetch it again
 * @param summary one sentence for a human
 * @param sha256 of the stored result bytes, lower-case hex; {@link #NOT_STORED} where there are
 *     none
 * @param bytes length of the stored result
 * @param from ids of the evidence that a computed fact rests on
 * @param facts the numbers a page shows, small, e.g. {@code {"before_p95_s": "0.012"}}
 */
public record Evidence(
    String id,
    EvidenceKind kind,
    String source,
    Instant at,
    String query,
    String summary,
    String sha256,
    long bytes,
    List<String> from,
    SortedMap<String, String> facts) {
  /** Stands for a digest where no bytes were stored. */
  public static final String NOT_STORED = "";

  public Evidence {
    requireNonNull(id, "id");
    requireNonNull(kind, "kind");
    requireNonNull(source, "source");
    requireNonNull(at, "at");
    requireNonNull(query, "query");
    requireNonNull(summary, "summary");
    requireNonNull(sha256, "sha256");
    from = List.copyOf(from);
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
  }

  /** Copies with a plain map, for callers that do not care about order. */
  public static SortedMap<String, String> facts(Map<String, String> facts) {
    return new TreeMap<>(facts);
  }
}
