package dev.inquest.app.cli.remote;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Shows one incident: verdict, cause, what was ruled out, what was not checked.")
final class IncidentShow extends RemoteCommand {
  @Parameters(paramLabel = "INCIDENT", converter = Ids.Incident.class, description = "Its id.")
  private String id = "";

  @Override
  public Integer call() {
    JsonNode incident = reach().agent(Need.READ).get("/api/v1/incidents/" + id);
    return print(sheet(incident));
  }

  private static Sheet sheet(JsonNode incident) {
    Sheet sheet = new Sheet(incident).heading(Json.text(incident, "title"));
    JsonNode diagnosis = incident.path("diagnosis");
    if (diagnosis.isObject()) {
      DiagnosisSheet.verdict(sheet, diagnosis);
    } else {
      sheet.sentence("Not diagnosed yet.");
    }
    sheet.facts(facts(incident));
    if (diagnosis.isObject()) {
      DiagnosisSheet.grounds(sheet, diagnosis);
    }
    return sheet
        .table("Proposals", List.of("id", "state", "risk", "digest"), proposals(incident))
        .table("Alerts", List.of("status", "started", "alert", "summary"), alerts(incident))
        .table("Time", List.of("phase", "length"), phases(incident));
  }

  private static Map<String, String> facts(JsonNode incident) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("incident", Json.text(incident, "id"));
    facts.put("state", Json.text(incident, "state"));
    facts.put("service", Json.text(incident, "service"));
    facts.put("started", Json.time(incident, "started"));
    facts.put("opened", Json.time(incident, "opened"));
    facts.put("resolved", Json.time(incident, "resolved"));
    facts.put("revision", Json.text(incident, "revision"));
    facts.put("label", label(incident.path("label")));
    return facts;
  }

  private static String label(JsonNode label) {
    if (!label.isObject()) {
      return Json.NONE;
    }
    String was = Json.orEmpty(label, "was");
    return Json.text(label, "verdict").replace('_', ' ')
        + (was.isEmpty() ? "" : ", it was " + was)
        + " (says "
        + Json.text(label, "by")
        + ")";
  }

  private static List<List<String>> proposals(JsonNode incident) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode proposal : incident.path("proposals")) {
      rows.add(
          List.of(
              Json.text(proposal, "id"),
              Json.text(proposal, "state"),
              Json.text(proposal, "risk"),
              Json.text(proposal, "digest")));
    }
    return rows;
  }

  private static List<List<String>> alerts(JsonNode incident) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode alert : incident.path("alerts")) {
      rows.add(
          List.of(
              Json.text(alert, "status"),
              Json.time(alert, "startsAt"),
              Json.text(alert.path("labels"), "alertname"),
              Json.text(alert.path("annotations"), "summary")));
    }
    return rows;
  }

  private static List<List<String>> phases(JsonNode incident) {
    List<List<String>> rows = new ArrayList<>();
    incident
        .path("mttr")
        .properties()
        .forEach(phase ->
            rows.add(
                List.of(phase.getKey().replaceAll("_s$", ""), Figures.seconds(phase.getValue()))));
    return rows;
  }
}
