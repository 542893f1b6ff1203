package dev.inquest.gate.warrant;

import dev.inquest.gate.audit.CanonicalJson;
import dev.inquest.gate.policy.Action;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a warrant says; its canonical JSON is what is signed.
 *
 * @param proposalSha256 exactly what the approvers were shown
 * @param repository and branch: the target
 * @param approvers persons, sorted
 * @param nonce the warrant's id, used once
 */
public record WarrantStatement(
    String proposalSha256,
    Action action,
    String repository,
    String branch,
    String baseSha,
    String policySha256,
    String evidenceRoot,
    List<String> approvers,
    String nonce,
    Instant expires) {
  public static final String TYPE = "application/vnd.inquest.warrant.v1+json";

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  public WarrantStatement {
    approvers = approvers.stream().sorted().toList();
  }

  public byte[] bytes() {
    return CanonicalJson.bytes(
        Map.of(
            "proposal_sha256", proposalSha256,
            "action", action.text(),
            "target", Map.of("repository", repository, "branch", branch),
            "base_sha", baseSha,
            "policy_sha256", policySha256,
            "evidence_root", evidenceRoot,
            "approvers", approvers,
            "nonce", nonce,
            "expires", expires.toString()));
  }

  /**
   * @throws WarrantException where the bytes are no statement
   */
  public static WarrantStatement read(byte[] bytes) {
    try {
      JsonNode root = MAPPER.readTree(new String(bytes, StandardCharsets.UTF_8));
      List<String> approvers = new ArrayList<>();
      root.path("approvers").forEach(each -> approvers.add(each.asString()));
      return new WarrantStatement(
          text(root, "proposal_sha256"),
          Action.parse(text(root, "action")).orElseThrow(),
          text(root.path("target"), "repository"),
          text(root.path("target"), "branch"),
          text(root, "base_sha"),
          text(root, "policy_sha256"),
          text(root, "evidence_root"),
          approvers,
          text(root, "nonce"),
          Instant.parse(text(root, "expires")));
    } catch (JacksonException | java.util.NoSuchElementException | java.time.DateTimeException e) {
      throw new WarrantException("not a warrant's statement", e);
    }
  }

  private static String text(JsonNode node, String key) {
    return node.required(key).stringValue();
  }
}
