package dev.inquest.gate.warrant;

import dev.inquest.gate.audit.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The first line of an export.
 *
 * @param size the number of entries signed
 * @param hash of the last of them
 * @param publicKey PEM
 * @param payload of the envelope, base64
 * @param keyId that the envelope names
 * @param signature base64
 */
record ExportHead(
    long size, String hash, String publicKey, String payload, String keyId, String signature) {
  private static final String FORMAT = "inquest-audit-export/1";
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  static ExportHead ofCheckpoint(JsonNode checkpoint) {
    return of(checkpoint, MAPPER.readTree(text(checkpoint, "envelope")));
  }

  /**
   * @throws IllegalArgumentException where it is not spelled as {@link #line()} spells it
   */
  static ExportHead read(String line) {
    JsonNode json = MAPPER.readTree(line);
    ExportHead head = of(json, json.path("envelope"));
    if (!head.line().equals(line)) {
      throw new IllegalArgumentException("not spelled as an export spells it");
    }
    return head;
  }

  private static ExportHead of(JsonNode json, JsonNode envelope) {
    JsonNode signature = envelope.path("signatures").path(0);
    return new ExportHead(
        json.path("size").asLong(-1),
        text(json, "hash"),
        text(json, "public_key"),
        text(envelope, "payload"),
        text(signature, "keyid"),
        text(signature, "sig"));
  }

  private static String text(JsonNode json, String field) {
    return json.path(field).asString("");
  }

  String line() {
    return CanonicalJson.text(
        Map.of(
            "format", FORMAT,
            "size", size,
            "hash", hash,
            "public_key", publicKey,
            "envelope", envelope()));
  }

  String envelopeJson() {
    return CanonicalJson.text(envelope());
  }

  private Map<String, Object> envelope() {
    return Map.of(
        "payload",
        payload,
        "payloadType",
        Checkpoints.TYPE,
        "signatures",
        List.of(Map.of("keyid", keyId, "sig", signature)));
  }

  /**
   * @throws WarrantException where it is none
   */
  VerifyingKey key() {
    VerifyingKey key = VerifyingKey.fromPem(publicKey);
    if (!key.pem().equals(publicKey)) {
      throw new WarrantException("the key is spelled another way", null);
    }
    return key;
  }

  /**
   * Whether all that is said here is what was signed, in the one spelling there is.
   *
   * @throws WarrantException where it is not
   */
  void check(VerifyingKey key) {
    byte[] signed = Dsse.open(envelopeJson(), Checkpoints.TYPE, key);
    byte[] said = CanonicalJson.bytes(Map.of("size", size, "hash", hash));
    String spelled = Base64.getEncoder().encodeToString(said);
    boolean same =
        new String(signed, StandardCharsets.UTF_8).equals(new String(said, StandardCharsets.UTF_8))
            && payload.equals(spelled)
            && keyId.equals(key.keyId())
            && oneSpelling(signature);
    if (!same) {
      throw new WarrantException("it says something else than what was signed", null);
    }
  }

  private static boolean oneSpelling(String base64) {
    return Base64.getEncoder().encodeToString(Base64.getDecoder().decode(base64)).equals(base64);
  }
}
