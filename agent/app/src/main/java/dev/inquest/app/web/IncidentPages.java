package dev.inquest.app.web;

import dev.inquest.app.report.FleetMttr;
import dev.inquest.app.report.LineChart;
import dev.inquest.app.report.StoredReports;
import dev.inquest.app.report.Story;
import dev.inquest.app.report.StoryReader;
import dev.inquest.app.report.Told;
import dev.inquest.app.report.View;
import dev.inquest.app.storage.Timeline;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** {@code /}, {@code /incidents/{id}} and its report. Reads only. */
@Controller
public class IncidentPages {
  private static final Map<String, MediaType> FORMATS =
      Map.of(
          "html", MediaType.parseMediaType("text/html;charset=UTF-8"),
          "md", MediaType.parseMediaType("text/markdown;charset=UTF-8"),
          "json", MediaType.APPLICATION_JSON);

  /** A report is one file with its styles inside and no script, so its policy is the reverse. */
  private static final String REPORT_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private final IncidentList list;
  private final StoryReader stories;
  private final StoredReports reports;
  private final FleetMttr fleet;
  private final Timeline timeline;

  public IncidentPages(
      IncidentList list,
      StoryReader stories,
      StoredReports reports,
      FleetMttr fleet,
      Timeline timeline) {
    this.list = list;
    this.stories = stories;
    this.reports = reports;
    this.fleet = fleet;
    this.timeline = timeline;
  }

  @GetMapping({"/", "/incidents"})
  public String incidents(Model model) {
    model.addAttribute("after", timeline.newest());
    model.addAttribute("rows", list.newest());
    model.addAttribute("fleet", fleet.read());
    model.addAttribute("view", View.INSTANCE);
    return "incidents";
  }

  @GetMapping("/incidents/{id}")
  public String incident(@PathVariable String id, Model model, HttpServletRequest request) {
    fill(model, id, request);
    return "incident";
  }

  /** The changing part of the page, swapped in place when something happened. */
  @GetMapping("/incidents/{id}/story")
  public String story(@PathVariable String id, Model model, HttpServletRequest request) {
    fill(model, id, request);
    return "incident :: story";
  }

  @GetMapping("/incidents/{id}/report.{format}")
  public ResponseEntity<String> report(@PathVariable String id, @PathVariable String format) {
    MediaType type = FORMATS.get(format);
    if (type == null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no such report");
    }
    return reports
        .read(id, format)
        .map(content ->
            ResponseEntity.ok()
                .header("Content-Security-Policy", REPORT_POLICY)
                .contentType(type)
                .body(content))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such report"));
  }

  private void fill(Model model, String id, HttpServletRequest request) {
    // Read before the story, so that nothing is between the page and the events that follow it.
    model.addAttribute("after", timeline.newest(id));
    model.addAttribute("mayLabel", request.isUserInRole("OPERATOR"));
    Story story =
        stories
            .read(id)
            .orElseThrow(
                () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such incident"));
    model.addAttribute("story", story);
    model.addAttribute("told", new Told(story));
    model.addAttribute("charts", story.pictures().stream().map(LineChart::svg).toList());
    model.addAttribute("chartData", story.pictures().stream().map(ChartData::json).toList());
    model.addAttribute("view", View.INSTANCE);
  }
}
