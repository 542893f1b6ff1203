package dev.inquest.gate.web;

import dev.inquest.gate.playbook.PinOutcome;
import dev.inquest.gate.playbook.PlaybookDesk;
import dev.inquest.gate.playbook.PlaybookStanding;
import dev.inquest.gate.playbook.PlaybookStore;
import dev.inquest.gate.playbook.PlaybookVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/playbooks}: the approved versions, and which of them is in use. */
@RestController
@RequestMapping("/api/v1/playbooks")
public final class PlaybookApi {
  private static final int MAX_REASON_CHARS = 500;
  private static final int MAX_VERSIONS = 200;
  private static final int MAX_ACTS = 50;

  private final PlaybookStore store;
  private final PlaybookDesk desk;

  public PlaybookApi(PlaybookStore store, PlaybookDesk desk) {
    this.store = store;
    this.desk = desk;
  }

  /**
   * @param version to pin; not with a rollback
   * @param from what the person was shown to be in use
   */
  public record Body(@Nullable String version, @Nullable String from, @Nullable String reason) {}

  @GetMapping
  public Map<String, @Nullable Object> standing() {
    Map<String, @Nullable Object> json = json(store.standing());
    json.put("sha256", store.inUse().digest());
    json.put("versions", store.versions(MAX_VERSIONS).stream().map(PlaybookApi::summary).toList());
    json.put("acts", store.uses(MAX_ACTS).stream().map(PlaybookApi::json).toList());
    return json;
  }

  @GetMapping("/{id}")
  public ResponseEntity<?> one(@PathVariable String id) {
    return store
        .find(id)
        .<ResponseEntity<?>>map(version -> {
          Map<String, @Nullable Object> json = summary(version);
          json.put("files", version.files().texts());
          json.put("diff", store.diffFromInUse(version));
          return ResponseEntity.ok(json);
        })
        .orElseGet(PlaybookApi::unknown);
  }

  @PostMapping("/pin")
  public ResponseEntity<?> pin(@RequestBody Body body, Authentication authentication) {
    String version = body.version();
    String from = body.from();
    if (version == null || from == null || tooLong(body.reason())) {
      return malformed("version and from");
    }
    return answer(desk.pin(version, from, authentication.getName(), body.reason()));
  }

  @PostMapping("/rollback")
  public ResponseEntity<?> rollback(@RequestBody Body body, Authentication authentication) {
    String from = body.from();
    if (from == null || body.version() != null || tooLong(body.reason())) {
      return malformed("from alone");
    }
    return answer(desk.rollback(from, authentication.getName(), body.reason()));
  }

  private static boolean tooLong(@Nullable String reason) {
    return reason != null && reason.length() > MAX_REASON_CHARS;
  }

  private static ResponseEntity<?> malformed(String what) {
    return ApiErrors.problem(
        HttpStatus.BAD_REQUEST,
        what + " must be given; a reason has at most " + MAX_REASON_CHARS + " characters");
  }

  private static ResponseEntity<?> answer(PinOutcome outcome) {
    return switch (outcome) {
      case PinOutcome.Done done -> ResponseEntity.ok(json(done.standing()));
      case PinOutcome.Moved moved ->
          ApiErrors.problem(
              HttpStatus.CONFLICT, "moved-on", "in use is " + moved.inUse() + " now; look again");
      case PinOutcome.Refused refused ->
          ApiErrors.problem(HttpStatus.CONFLICT, refused.code(), refused.why());
      case PinOutcome.Unknown _ -> unknown();
    };
  }

  private static ResponseEntity<?> unknown() {
    return ApiErrors.problem(HttpStatus.NOT_FOUND, "no approved version has that id");
  }

  private static Map<String, @Nullable Object> summary(PlaybookVersion version) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", version.id());
    json.put("sha256", version.files().digest());
    json.put("playbooks", version.files().texts().size());
    json.put("parent", version.parent());
    json.put("proposal", version.proposal());
    json.put("approvers", List.copyOf(version.approvers()));
    json.put("at", version.at());
    return json;
  }

  private static Map<String, @Nullable Object> json(PlaybookStanding standing) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("act", standing.act());
    json.put("in_use", standing.inUse());
    json.put("previous", standing.previous());
    json.put("shadow", standing.shadow());
    json.put("by", standing.by());
    json.put("reason", standing.reason());
    json.put("at", standing.at());
    return json;
  }
}
