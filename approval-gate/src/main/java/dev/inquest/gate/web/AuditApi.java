package dev.inquest.gate.web;

import dev.inquest.gate.audit.AuditEntry;
import dev.inquest.gate.audit.AuditLog;
import dev.inquest.gate.warrant.Checkpoints;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/audit}: the chain, for export, and its signed head. */
@RestController
@RequestMapping("/api/v1/audit")
public final class AuditApi {
  private final AuditLog audit;
  private final Checkpoints checkpoints;

  public AuditApi(AuditLog audit, Checkpoints checkpoints) {
    this.audit = audit;
    this.checkpoints = checkpoints;
  }

  /** Oldest first; {@code next} is the sequence number to go on after. */
  @GetMapping("/entries")
  public Map<String, @Nullable Object> entries(
      @RequestParam(defaultValue = "100") int limit,
      @RequestParam(defaultValue = "0") long cursor) {
    int bounded = Cursors.clamp(limit);
    List<AuditEntry> found = audit.after(cursor, bounded);
    Map<String, @Nullable Object> page = new LinkedHashMap<>();
    page.put("items", found.stream().map(AuditEntry::toMap).toList());
    page.put("next", found.size() < bounded ? null : Long.toString(found.getLast().seq()));
    return page;
  }

  /** The newest entry's number and hash, signed. */
  @GetMapping("/checkpoint")
  public Map<String, @Nullable Object> checkpoint() {
    return checkpoints.now();
  }
}
