package dev.inquest.app.incident;

import dev.inquest.app.storage.CleanText;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.incident.HumanLabel;
import java.security.Principal;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/v1/incidents/{id}/label}: was the cause right? */
@RestController
class LabelApi {
  private static final int MAX_WORDS_CHARS = 2_000;
  private final Labels labels;

  LabelApi(Labels labels) {
    this.labels = labels;
  }

  /**
   * @param verdict right, wrong or false_alarm
   * @param was what it really was; only with wrong
   */
  record Answer(@Nullable String verdict, @Nullable String was) {}

  @PostMapping(path = "/api/v1/incidents/{id}/label", consumes = MediaType.APPLICATION_JSON_VALUE)
  Map<String, HumanLabel> label(
      @PathVariable String id, @RequestBody Answer answer, Principal principal) {
    String was = answer.was();
    HumanLabel label =
        labels.set(
            id,
            verdict(answer.verdict()),
            was == null || was.isBlank() ? null : CleanText.of(was, MAX_WORDS_CHARS),
            principal.getName());
    return Map.of("label", label);
  }

  private static HumanLabel.Verdict verdict(@Nullable String name) {
    return switch (name == null ? "" : name.toLowerCase(Locale.ROOT)) {
      case "right" -> HumanLabel.Verdict.RIGHT;
      case "wrong" -> HumanLabel.Verdict.WRONG;
      case "false_alarm" -> HumanLabel.Verdict.FALSE_ALARM;
      default ->
          throw new FailureException(
              Failure.permanent(
                  "bad-label", "label", "the verdict is not right, wrong or false_alarm"));
    };
  }
}
