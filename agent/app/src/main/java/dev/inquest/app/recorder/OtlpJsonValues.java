package dev.inquest.app.recorder;

import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import tools.jackson.databind.JsonNode;

/** Scalars of OTLP's JSON form: 64-bit integers may be strings, so may NaN and the infinities. */
final class OtlpJsonValues {
  private OtlpJsonValues() {}

  static String text(JsonNode value) {
    if (!value.isString()) {
      throw new IllegalArgumentException("a string is expected");
    }
    return value.stringValue();
  }

  static long integer(JsonNode value) {
    if (value.isString()) {
      String text = value.stringValue();
      return text.startsWith("-") ? Long.parseLong(text) : Long.parseUnsignedLong(text);
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new IllegalArgumentException("an integer is expected");
    }
    return value.longValue();
  }

  static double number(JsonNode value) {
    if (value.isString()) {
      return Double.parseDouble(value.stringValue());
    }
    if (!value.isNumber()) {
      throw new IllegalArgumentException("a number is expected");
    }
    return value.doubleValue();
  }

  static boolean bool(JsonNode value) {
    if (!value.isBoolean()) {
      throw new IllegalArgumentException("true or false is expected");
    }
    return value.booleanValue();
  }

  static EnumValueDescriptor enumeration(EnumDescriptor type, JsonNode value) {
    if (value.isString()) {
      EnumValueDescriptor named = type.findValueByName(value.stringValue());
      if (named == null) {
        throw new IllegalArgumentException("there is no such value");
      }
      return named;
    }
    return type.findValueByNumberCreatingIfUnknown((int) integer(value));
  }
}
