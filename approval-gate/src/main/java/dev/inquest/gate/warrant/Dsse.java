package dev.inquest.gate.warrant;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Dead Simple Signing Envelope, version 1: the exact bytes of a statement with a signature over
 * their pre-authentication encoding.
 */
public final class Dsse {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Dsse() {}

  /** The envelope's JSON. */
  public static byte[] seal(String payloadType, byte[] payload, SigningKey key) {
    String signature = base64(key.sign(encode(payloadType, payload)));
    return MAPPER.writeValueAsBytes(
        Map.of(
            "payload", base64(payload),
            "payloadType", payloadType,
            "signatures", List.of(Map.of("keyid", key.keyId(), "sig", signature))));
  }

  /**
   * The payload, once a signature over it was found good.
   *
   * @throws WarrantException where no signature is this key's, or the envelope is not one
   */
  public static byte[] open(String envelope, String payloadType, VerifyingKey key) {
    try {
      JsonNode root = MAPPER.readTree(envelope);
      byte[] payload = Base64.getDecoder().decode(root.path("payload").asString(""));
      byte[] signed = encode(payloadType, payload);
      boolean typed = root.path("payloadType").asString("").equals(payloadType);
      for (JsonNode signature : root.path("signatures")) {
        byte[] bytes = Base64.getDecoder().decode(signature.path("sig").asString(""));
        if (typed && key.verifies(signed, bytes)) {
          return payload;
        }
      }
    } catch (JacksonException | IllegalArgumentException e) {
      throw new WarrantException("not an envelope", e);
    }
    throw new WarrantException("no signature of the gate's key", null);
  }

  private static byte[] encode(String payloadType, byte[] payload) {
    byte[] type = payloadType.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(ascii("DSSEv1 " + type.length + " "));
    out.writeBytes(type);
    out.writeBytes(ascii(" " + payload.length + " "));
    out.writeBytes(payload);
    return out.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
