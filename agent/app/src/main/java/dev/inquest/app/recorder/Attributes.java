package dev.inquest.app.recorder;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Attributes as bounded text. */
final class Attributes {
  static final int MAX_ATTRIBUTES = 48;
  static final int MAX_CHARS = 2_048;

  private Attributes() {}

  static Map<String, String> of(List<KeyValue> attributes) {
    Map<String, String> found = new LinkedHashMap<>();
    for (KeyValue attribute : attributes) {
      if (found.size() >= MAX_ATTRIBUTES) {
        break;
      }
      found.put(cut(attribute.getKey()), text(attribute.getValue()));
    }
    return found;
  }

  static String text(AnyValue value) {
    return cut(
        switch (value.getValueCase()) {
          case STRING_VALUE -> value.getStringValue();
          case BOOL_VALUE -> Boolean.toString(value.getBoolValue());
          case INT_VALUE -> Long.toString(value.getIntValue());
          case DOUBLE_VALUE -> Double.toString(value.getDoubleValue());
          case ARRAY_VALUE -> joined(value);
          case KVLIST_VALUE -> of(value.getKvlistValue().getValuesList()).toString();
          case BYTES_VALUE -> value.getBytesValue().size() + " bytes";
          case STRING_VALUE_STRINDEX, VALUE_NOT_SET -> "";
        });
  }

  private static String joined(AnyValue value) {
    StringBuilder text = new StringBuilder();
    for (AnyValue element : value.getArrayValue().getValuesList()) {
      if (text.length() > MAX_CHARS) {
        break;
      }
      text.append(text.isEmpty() ? "" : ",").append(text(element));
    }
    return text.toString();
  }

  static String cut(String text) {
    return text.length() <= MAX_CHARS ? text : text.substring(0, MAX_CHARS);
  }
}
