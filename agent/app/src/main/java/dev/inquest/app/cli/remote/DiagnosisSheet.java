package dev.inquest.app.cli.remote;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A diagnosis for people, in the reader's order. */
final class DiagnosisSheet {
  private DiagnosisSheet() {}

  static void verdict(Sheet sheet, JsonNode diagnosis) {
    sheet.sentence(Json.orEmpty(diagnosis, "sentence"));
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("verdict", Json.text(diagnosis, "verdict").replace('_', ' '));
    facts.put("impact", Json.text(diagnosis, "impact"));
    facts.put("onset", Json.time(diagnosis, "onset"));
    facts.put("first failing", Json.text(diagnosis, "first_failing_service"));
    facts.put("also affected", Json.joined(diagnosis.path("blast_radius")));
    facts.put("remediation", Json.text(diagnosis, "remediation"));
    sheet.facts(facts);
  }

  /** Causes, what was ruled out, and what was not checked. */
  static void grounds(Sheet sheet, JsonNode diagnosis) {
    sheet
        .table(
            "Causes",
            List.of("confidence", "kind", "service", "evidence", "cause"),
            causes(diagnosis))
        .table("Ruled out", List.of("change", "evidence", "because"), refuted(diagnosis));
    List<List<String>> missing = new ArrayList<>();
    Json.texts(diagnosis.path("missing")).forEach(what -> missing.add(List.of(what)));
    sheet.table("Not checked", List.of("missing"), missing);
  }

  private static List<List<String>> causes(JsonNode diagnosis) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode cause : diagnosis.path("causes")) {
      rows.add(
          List.of(
              Figures.confidence(cause.path("confidence")),
              Json.text(cause, "kind"),
              Json.text(cause, "service"),
              Json.joined(cause.path("evidence")),
              claim(cause)));
    }
    return rows;
  }

  private static String claim(JsonNode cause) {
    String claim = Json.orEmpty(cause, "claim");
    String change = Json.orEmpty(cause, "change");
    return !claim.isEmpty() ? claim : change.isEmpty() ? Json.text(cause, "indicator") : change;
  }

  private static List<List<String>> refuted(JsonNode diagnosis) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode refuted : diagnosis.path("refuted")) {
      rows.add(
          List.of(
              Json.text(refuted, "change"),
              Json.joined(refuted.path("evidence")),
              Json.text(refuted, "reason")));
    }
    return rows;
  }
}
