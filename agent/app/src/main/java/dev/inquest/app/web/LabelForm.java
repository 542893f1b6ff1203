package dev.inquest.app.web;

import dev.inquest.app.incident.Labels;
import dev.inquest.app.storage.CleanText;
import dev.inquest.incident.HumanLabel;
import java.security.Principal;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The page's form for a human's label; the same as the API, for a browser without JavaScript. */
@Controller
public class LabelForm {
  private static final int MAX_WORDS_CHARS = 500;

  private final Labels labels;

  public LabelForm(Labels labels) {
    this.labels = labels;
  }

  @PostMapping("/incidents/{id}/label")
  public String label(
      @PathVariable String id,
      @RequestParam String verdict,
      @RequestParam(defaultValue = "") String was,
      Principal principal) {
    labels.set(
        id,
        verdict(verdict),
        was.isBlank() ? null : CleanText.of(was, MAX_WORDS_CHARS),
        principal.getName());
    return "redirect:/incidents/{id}";
  }

  private static HumanLabel.Verdict verdict(String name) {
    try {
      return HumanLabel.Verdict.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "the verdict is not right, wrong or false_alarm", e);
    }
  }
}
