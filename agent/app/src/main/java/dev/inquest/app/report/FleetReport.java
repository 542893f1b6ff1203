package dev.inquest.app.report;

import dev.inquest.app.report.FleetMttr.Figures;
import dev.inquest.app.report.FleetMttr.Phase;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fleet's figures for people and programs. Holds numbers and our own words only. */
record FleetReport(Figures figures) {
  private static final String TITLE = "Time to recover, by phase";
  private static final String FIXED = "Incidents that were fixed";
  private static final String SELF = "Incidents that healed by themselves";

  /** {@code {fixed: {detect: {n, p50_s, p90_s}, …}, self_resolved: {…}}}; unknown is null. */
  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("fixed", phases(figures.fixed()));
    json.put("self_resolved", phases(figures.selfResolved()));
    return json;
  }

  private static Map<String, Object> phases(Map<String, Phase> phases) {
    Map<String, Object> json = new LinkedHashMap<>();
    phases.forEach((name, phase) -> {
      Map<String, @Nullable Object> figures = new LinkedHashMap<>();
      figures.put("n", phase.n());
      figures.put("p50_s", phase.p50());
      figures.put("p90_s", phase.p90());
      json.put(name, figures);
    });
    return json;
  }

  String markdown() {
    StringBuilder out = new StringBuilder("# " + TITLE + "\n");
    markdown(out, FIXED, figures.fixed());
    markdown(out, SELF, figures.selfResolved());
    return out.toString();
  }

  private static void markdown(StringBuilder out, String title, Map<String, Phase> phases) {
    out.append("\n## ").append(title).append("\n\n| phase | n | p50 | p90 |\n|---|--:|--:|--:|\n");
    phases.forEach((name, phase) ->
        out.append("| %s | %d | %s | %s |\n".formatted(name, phase.n(), p50(phase), p90(phase))));
  }

  /** One page that needs nothing else. */
  String html() {
    StringBuilder out =
        new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
            .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
            .append("<title>" + TITLE + "</title><style>")
            .append(":root{color-scheme:light dark}body{font:1rem system-ui;max-width:40rem;")
            .append("margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}")
            .append("th,td{text-align:right;padding:.3rem .6rem;border-bottom:1px solid #8886}")
            .append("th:first-child{text-align:left}caption{text-align:left;font-weight:600;")
            .append("padding:1rem 0 .3rem}</style></head><body><h1>" + TITLE + "</h1>\n");
    html(out, FIXED, figures.fixed());
    html(out, SELF, figures.selfResolved());
    return out.append("</body></html>\n").toString();
  }

  private static void html(StringBuilder out, String title, Map<String, Phase> phases) {
    out.append("<table><caption>").append(title).append("</caption><thead><tr>");
    out.append("<th scope=\"col\">phase</th><th scope=\"col\">n</th><th scope=\"col\">p50</th>");
    out.append("<th scope=\"col\">p90</th></tr></thead><tbody>\n");
    phases.forEach((name, phase) ->
        out.append(
            "<tr><th scope=\"row\">%s</th><td>%d</td><td>%s</td><td>%s</td></tr>\n"
                .formatted(name, phase.n(), p50(phase), p90(phase))));
    out.append("</tbody></table>\n");
  }

  private static String p50(Phase phase) {
    return Words.phase(phase.p50());
  }

  private static String p90(Phase phase) {
    return Words.phase(phase.p90());
  }
}
