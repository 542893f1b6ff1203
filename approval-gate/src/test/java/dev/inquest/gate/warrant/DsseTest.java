package dev.inquest.gate.warrant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class DsseTest {
  private static final String TYPE = "application/vnd.inquest.test+json";
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final SigningKey KEY = SigningKey.generate();

  private final byte[] payload = "{\"a\":1}".getBytes(UTF_8);
  private final String envelope = new String(Dsse.seal(TYPE, payload, KEY), UTF_8);

  /** The pre-authentication encoding is the protocol's own example with our type. */
  @Test
  void signsThePreAuthenticationEncoding() {
    byte[] encoded = "DSSEv1 29 http://example.com/HelloWorld 11 hello world".getBytes(UTF_8);
    String sealed =
        new String(
            Dsse.seal("http://example.com/HelloWorld", "hello world".getBytes(UTF_8), KEY), UTF_8);
    String signature = MAPPER.readTree(sealed).path("signatures").path(0).path("sig").stringValue();
    assertThat(KEY.verifying().verifies(encoded, Base64.getDecoder().decode(signature))).isTrue();
  }

  @Test
  void givesBackTheExactBytes() {
    assertThat(Dsse.open(envelope, TYPE, KEY.verifying())).isEqualTo(payload);
    SigningKey again = SigningKey.fromPem(KEY.pem());
    assertThat(again.keyId()).isEqualTo(KEY.keyId());
    VerifyingKey read = VerifyingKey.fromPem(KEY.verifying().pem());
    assertThat(Dsse.open(envelope, TYPE, read)).isEqualTo(payload);
  }

  @Test
  void anotherKeyOpensNothing() {
    refused(envelope, TYPE, SigningKey.generate().verifying());
  }

  @Test
  void anotherTypeOpensNothingEvenWhereTheEnvelopeSaysSo() {
    refused(envelope, "application/vnd.inquest.other+json", KEY.verifying());
    String renamed = with("payloadType", "application/vnd.inquest.other+json");
    refused(renamed, "application/vnd.inquest.other+json", KEY.verifying());
    refused(renamed, TYPE, KEY.verifying());
  }

  @Test
  void anotherPayloadIsNotTheSignedOne() {
    refused(with("payload", base64("{\"a\":2}")), TYPE, KEY.verifying());
    refused(with("payload", base64("{\"a\":1}\n")), TYPE, KEY.verifying());
    refused(with("payload", base64("{ \"a\":1}")), TYPE, KEY.verifying());
    refused(with("payload", ""), TYPE, KEY.verifying());
  }

  @Test
  void noSignatureIsNoSignature() {
    ObjectNode none = (ObjectNode) MAPPER.readTree(envelope);
    none.putArray("signatures");
    refused(none.toString(), TYPE, KEY.verifying());
    none.remove("signatures");
    refused(none.toString(), TYPE, KEY.verifying());
    ObjectNode empty = (ObjectNode) MAPPER.readTree(envelope);
    ((ObjectNode) empty.path("signatures").path(0)).put("sig", "");
    refused(empty.toString(), TYPE, KEY.verifying());
    ((ObjectNode) empty.path("signatures").path(0)).put("sig", base64("x".repeat(64)));
    refused(empty.toString(), TYPE, KEY.verifying());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "1", "{", "{}", "{\"payload\":\"%%%\"}", "not json"})
  void whatIsNoEnvelopeIsRefusedAsSuch(String text) {
    refused(text, TYPE, KEY.verifying());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{}", "[]", "null", "{\"proposal_sha256\":1}", "{\"action\":\"delete\"}"})
  void signedNonsenseIsNoStatement(String text) {
    assertThatThrownBy(() -> WarrantStatement.read(text.getBytes(UTF_8)))
        .isInstanceOf(WarrantException.class);
  }

  private String with(String field, String value) {
    return ((ObjectNode) MAPPER.readTree(envelope)).put(field, value).toString();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private static void refused(String text, String type, VerifyingKey key) {
    assertThatThrownBy(() -> Dsse.open(text, type, key)).isInstanceOf(WarrantException.class);
  }
}
