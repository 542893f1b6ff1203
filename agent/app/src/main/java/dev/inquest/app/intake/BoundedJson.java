package dev.inquest.app.intake;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads one JSON object from untrusted bytes, refusing what is too deep or followed by more. */
final class BoundedJson {
  static final int MAX_DEPTH = 32;
  private static final int MAX_NUMBER_CHARS = 100;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxNumberLength(MAX_NUMBER_CHARS)
                          .maxNameLength(10_000)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private BoundedJson() {}

  static JsonNode object(byte[] body) {
    JsonNode node = read(body);
    if (!node.isObject()) {
      throw JsonForm.malformed("the body is not a JSON object");
    }
    return node;
  }

  private static JsonNode read(byte[] body) {
    try {
      return MAPPER.readTree(body);
    } catch (JacksonException e) {
      throw new FailureException(
          Failure.permanent("malformed", "delivery", "the body is not JSON, or too deep"), e);
    }
  }
}
