package dev.inquest.app.incident;

import dev.inquest.app.report.ReportWriter;
import dev.inquest.app.storage.EvidenceRows;
import dev.inquest.app.storage.Incidents;
import dev.inquest.app.storage.Incidents.Incident;
import dev.inquest.app.storage.Reports;
import dev.inquest.app.storage.Timeline;
import dev.inquest.evidence.Evidence;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/incidents}: what happened, why, and on which evidence. */
@RestController
@RequestMapping("/api/v1/incidents")
class IncidentApi {
  private static final Map<String, MediaType> REPORT_TYPES =
      Map.of(
          "html", MediaType.TEXT_HTML,
          "md", MediaType.parseMediaType("text/markdown;charset=UTF-8"),
          "json", MediaType.APPLICATION_JSON);

  private final Incidents incidents;
  private final IncidentItems items;
  private final Timeline timeline;
  private final EvidenceRows evidence;
  private final Reports reports;
  private final ObjectProvider<ReportWriter> writer;

  IncidentApi(
      Incidents incidents,
      IncidentItems items,
      Timeline timeline,
      EvidenceRows evidence,
      Reports reports,
      ObjectProvider<ReportWriter> writer) {
    this.incidents = incidents;
    this.items = items;
    this.timeline = timeline;
    this.evidence = evidence;
    this.reports = reports;
    this.writer = writer;
  }

  @GetMapping
  PageOf<IncidentItem> list(
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "cursor", required = false) @Nullable String cursor) {
    int max = PageOf.limit(limit);
    List<Incident> rows = incidents.page(cursor == null ? null : Cursor.position(cursor), max + 1);
    var episodes = items.episodesOf(rows);
    return PageOf.of(
        rows, max, Incident::id, i -> items.item(i, episodes.getOrDefault(i.id(), List.of())));
  }

  @GetMapping("/{id}")
  IncidentItem one(@PathVariable String id) {
    Incident incident = find(id);
    return items.item(incident, items.episodesOf(List.of(incident)).getOrDefault(id, List.of()));
  }

  @GetMapping(path = "/{id}/events", produces = MediaType.APPLICATION_JSON_VALUE)
  PageOf<Timeline.Entry> events(
      @PathVariable String id,
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "cursor", required = false) @Nullable String cursor) {
    find(id);
    int max = PageOf.limit(limit);
    long after = cursor == null ? 0 : Cursor.number(cursor);
    return PageOf.of(timeline.after(id, after, max + 1), max, e -> Long.toString(e.id()), e -> e);
  }

  @GetMapping("/{id}/evidence")
  PageOf<Evidence> evidence(
      @PathVariable String id,
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "cursor", required = false) @Nullable String cursor) {
    find(id);
    int max = PageOf.limit(limit);
    int after = cursor == null ? 0 : Math.clamp(Cursor.number(cursor), 0, Integer.MAX_VALUE);
    return PageOf.of(evidence.page(id, after, max + 1), max, e -> e.id().substring(1), e -> e);
  }

  /** The result's very bytes, whose SHA-256 the evidence states. */
  @GetMapping("/{id}/evidence/{evidenceId}")
  ResponseEntity<byte[]> content(@PathVariable String id, @PathVariable String evidenceId) {
    EvidenceRows.Read read =
        evidence.find(id, evidenceId).orElseThrow(() -> none("no-such-evidence", evidenceId));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header("Digest", "sha-256=" + read.evidence().sha256())
        .body(read.bytes());
  }

  /** Written at closing; while the incident is open, as it stands now. */
  @GetMapping("/{id}/report")
  ResponseEntity<String> report(
      @PathVariable String id,
      @RequestParam(name = "format", defaultValue = "json") String format) {
    Incident incident = find(id);
    MediaType type = REPORT_TYPES.get(format);
    if (type == null) {
      throw new FailureException(
          Failure.permanent("bad-format", "report", "the format is not html, md or json"));
    }
    Optional<String> stored =
        incident.resolvedAt() == null ? Optional.empty() : reports.find(id, format);
    if (stored.isEmpty()) {
      writer.ifAvailable(w -> w.write(id));
      stored = reports.find(id, format);
    }
    String content = stored.orElseThrow(() -> none("no-report", id));
    return ResponseEntity.ok().contentType(type).body(content);
  }

  private Incident find(String id) {
    return incidents.find(id).orElseThrow(() -> none("no-such-incident", id));
  }

  private static FailureException none(String code, String id) {
    return new FailureException(Failure.permanent(code, id, "there is none of that id"));
  }
}
