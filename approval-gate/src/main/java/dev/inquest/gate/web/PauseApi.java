package dev.inquest.gate.web;

import dev.inquest.gate.decision.Pause;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Stops and resumes all actuation; for operators. */
@RestController
@RequestMapping("/api/v1")
public final class PauseApi {
  private static final int MAX_REASON_CHARS = 500;

  private final Pause pause;

  public PauseApi(Pause pause) {
    this.pause = pause;
  }

  /** Why; may be left out. */
  public record Body(@Nullable String reason) {}

  @GetMapping("/pause")
  public Map<String, @Nullable Object> standing() {
    return json(pause.standing());
  }

  @PostMapping("/pause")
  public Map<String, @Nullable Object> pause(
      @RequestBody(required = false) @Nullable Body body, Authentication authentication) {
    return json(pause.set(true, authentication.getName(), reason(body)));
  }

  @PostMapping("/resume")
  public Map<String, @Nullable Object> resume(
      @RequestBody(required = false) @Nullable Body body, Authentication authentication) {
    return json(pause.set(false, authentication.getName(), reason(body)));
  }

  private static @Nullable String reason(@Nullable Body body) {
    String reason = body == null ? null : body.reason();
    if (reason != null && reason.length() > MAX_REASON_CHARS) {
      throw new IllegalArgumentException("the reason is too long");
    }
    return reason;
  }

  private static Map<String, @Nullable Object> json(Pause.Standing standing) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("paused", standing.paused());
    json.put("by", standing.by());
    json.put("reason", standing.reason());
    json.put("at", standing.at());
    return json;
  }
}
