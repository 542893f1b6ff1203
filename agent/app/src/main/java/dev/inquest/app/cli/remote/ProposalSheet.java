package dev.inquest.app.cli.remote;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A proposal whole, what the gate checked apart from what the agent states. */
final class ProposalSheet {
  private ProposalSheet() {}

  static Sheet of(JsonNode proposal) {
    return new Sheet(proposal)
        .heading(Json.text(proposal, "title"))
        .facts(facts(proposal))
        .table("Checked by the gate", List.of("check", "result", "detail"), checks(proposal))
        .table("Stated by the agent", List.of("what", "statement"), stated(proposal))
        .heading("Text")
        .block("", Json.orEmpty(proposal, "description"))
        .heading("Change")
        .block("diff", Json.orEmpty(proposal, "diff"))
        .heading("Rollback")
        .block("", Json.orEmpty(proposal, "rollback"))
        .table("Decisions", List.of("decision", "person", "at", "reason"), decisions(proposal));
  }

  private static Map<String, String> facts(JsonNode proposal) {
    Map<String, String> facts = new LinkedHashMap<>();
    for (String name :
        List.of("id", "state", "reason", "incident", "kind", "service", "risk", "repository")) {
      facts.put(name, Json.text(proposal, name));
    }
    facts.put("people needed", Json.text(proposal.path("policy"), "people"));
    facts.put("branch", Json.text(proposal, "target_branch"));
    facts.put("base", Json.text(proposal, "base_sha"));
    facts.put("message", Json.text(proposal, "message"));
    facts.put("expires", Json.time(proposal, "expires_at"));
    facts.put("merge request", Json.text(proposal.path("merge_request"), "url"));
    facts.put("page", Json.text(proposal, "url"));
    facts.put("digest", Json.text(proposal, "digest"));
    return facts;
  }

  private static List<List<String>> checks(JsonNode proposal) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode check : proposal.path("checks")) {
      rows.add(
          List.of(
              Json.text(check, "name"),
              check.path("passed").asBoolean(false) ? "passed" : "failed",
              Json.text(check, "detail")));
    }
    return rows;
  }

  private static List<List<String>> stated(JsonNode proposal) {
    List<List<String>> rows = new ArrayList<>();
    proposal
        .path("stated")
        .properties()
        .forEach(each ->
            rows.add(List.of(each.getKey().replace('_', ' '), each.getValue().asString(""))));
    return rows;
  }

  private static List<List<String>> decisions(JsonNode proposal) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode decision : proposal.path("decisions")) {
      rows.add(
          List.of(
              Json.text(decision, "decision"),
              Json.text(decision, "person"),
              Json.time(decision, "at"),
              Json.text(decision, "reason")));
    }
    return rows;
  }
}
