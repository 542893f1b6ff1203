package dev.inquest.app.report;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.playbooks.casefile.CoreJson;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/mttr?format=json|md|html}: time to recover over all incidents. */
@RestController
class MttrApi {
  private final FleetMttr fleet;

  MttrApi(FleetMttr fleet) {
    this.fleet = fleet;
  }

  @GetMapping("/api/v1/mttr")
  ResponseEntity<String> mttr(@RequestParam(name = "format", defaultValue = "json") String format) {
    return switch (format) {
      case "json" -> answer(MediaType.APPLICATION_JSON, CoreJson.write(report().json()));
      case "md" ->
          answer(MediaType.parseMediaType("text/markdown;charset=UTF-8"), report().markdown());
      case "html" -> answer(MediaType.parseMediaType("text/html;charset=UTF-8"), report().html());
      default ->
          throw new FailureException(
              Failure.permanent("bad-format", "report", "the format is not html, md or json"));
    };
  }

  private FleetReport report() {
    return new FleetReport(fleet.read());
  }

  private static ResponseEntity<String> answer(MediaType type, String content) {
    return ResponseEntity.ok().contentType(type).body(content);
  }
}
