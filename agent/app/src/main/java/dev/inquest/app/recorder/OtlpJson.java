package dev.inquest.app.recorder;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * OTLP's JSON form into its messages. It is not protobuf's own JSON: ids are hex, enums are
 * numbers, unknown fields are ignored (OTLP 1.5, "JSON Protobuf Encoding").
 */
final class OtlpJson {
  private static final int MAX_DEPTH = 64;
  private static final Set<String> IDS = Set.of("trace_id", "span_id", "parent_span_id");
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .build())
          .build();

  /** As many entries as OTLP has messages. */
  private static final Map<Descriptor, Map<String, FieldDescriptor>> FIELDS =
      new ConcurrentHashMap<>();

  private OtlpJson() {}

  /**
   * Fills a builder.
   *
   * @throws MalformedTelemetry where it is not JSON or a value has the wrong type
   */
  static <B extends Message.Builder> B merge(byte[] json, B builder) {
    try {
      JsonNode root = MAPPER.readTree(json);
      object(root, builder, 0);
      return builder;
    } catch (JacksonException e) {
      throw new MalformedTelemetry("the body is not JSON that can be read", e);
    } catch (IllegalArgumentException e) {
      throw new MalformedTelemetry("a value has the wrong type", e);
    }
  }

  private static void object(JsonNode node, Message.Builder builder, int depth) {
    if (!node.isObject() || depth > MAX_DEPTH) {
      throw new IllegalArgumentException("an object is expected");
    }
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      FieldDescriptor field = field(builder, property.getKey());
      if (field != null && !property.getValue().isNull()) {
        set(builder, field, property.getValue(), depth);
      }
    }
  }

  private static @Nullable FieldDescriptor field(Message.Builder builder, String name) {
    return FIELDS.computeIfAbsent(builder.getDescriptorForType(), OtlpJson::fieldsByName).get(name);
  }

  private static Map<String, FieldDescriptor> fieldsByName(Descriptor type) {
    Map<String, FieldDescriptor> fields = new HashMap<>();
    for (FieldDescriptor field : type.getFields()) {
      fields.put(field.getName(), field);
      fields.put(field.getJsonName(), field);
    }
    return fields;
  }

  private static void set(
      Message.Builder builder, FieldDescriptor field, JsonNode value, int depth) {
    if (!field.isRepeated()) {
      builder.setField(field, value(builder, field, value, depth));
      return;
    }
    if (!value.isArray()) {
      throw new IllegalArgumentException("a list is expected");
    }
    for (JsonNode element : value) {
      builder.addRepeatedField(field, value(builder, field, element, depth));
    }
  }

  private static Object value(
      Message.Builder builder, FieldDescriptor field, JsonNode value, int depth) {
    return switch (field.getJavaType()) {
      case MESSAGE -> {
        Message.Builder inner = builder.newBuilderForField(field);
        object(value, inner, depth + 1);
        yield inner.build();
      }
      case STRING -> OtlpJsonValues.text(value);
      case BYTE_STRING -> bytes(field, OtlpJsonValues.text(value));
      case INT -> (int) OtlpJsonValues.integer(value);
      case LONG -> OtlpJsonValues.integer(value);
      case DOUBLE -> OtlpJsonValues.number(value);
      case FLOAT -> (float) OtlpJsonValues.number(value);
      case BOOLEAN -> OtlpJsonValues.bool(value);
      case ENUM -> OtlpJsonValues.enumeration(field.getEnumType(), value);
    };
  }

  private static ByteString bytes(FieldDescriptor field, String text) {
    return IDS.contains(field.getName())
        ? ByteString.copyFrom(HexFormat.of().parseHex(text))
        : ByteString.copyFrom(Base64.getDecoder().decode(text));
  }
}
