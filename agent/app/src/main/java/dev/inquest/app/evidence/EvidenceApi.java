package dev.inquest.app.evidence;

import dev.inquest.app.storage.EvidenceRows;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /api/v1/incidents/{id}/evidence/{eN}/detail} and {@code …/refetch}; the bytes themselves
 * stand at the address without a suffix.
 */
@RestController
@RequestMapping("/api/v1/incidents/{id}/evidence/{evidenceId}")
class EvidenceApi {
  private final EvidenceRows rows;
  private final Refetching refetching;

  EvidenceApi(EvidenceRows rows, Refetching refetching) {
    this.rows = rows;
    this.refetching = refetching;
  }

  @GetMapping("/detail")
  EvidenceDetail detail(@PathVariable String id, @PathVariable String evidenceId) {
    return EvidenceDetail.read(rows, id, evidenceId);
  }

  /** Costs the source one query; for operators. */
  @PostMapping("/refetch")
  Refetched refetch(@PathVariable String id, @PathVariable String evidenceId) {
    return refetching.again(id, evidenceId);
  }
}
