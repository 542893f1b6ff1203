package dev.inquest.app.intake;

import dev.inquest.app.storage.CleanText;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads fields of untrusted JSON: the right type or {@code malformed}, bounded and cleaned. */
final class JsonForm {
  static final int MAX_TEXT_CHARS = 4_096;
  static final int MAX_NAME_CHARS = 256;
  static final int MAX_ENTRIES = 200;

  /** What Go's zero time looks like: not known. */
  private static final int ZERO_YEAR = 1;

  private static final int LAST_YEAR = 9999;

  private JsonForm() {}

  static FailureException malformed(String why) {
    return new FailureException(Failure.permanent("malformed", "delivery", why));
  }

  static JsonNode object(JsonNode parent, String field) {
    JsonNode node = parent.path(field);
    if (!node.isObject()) {
      throw malformed(field + " is not an object");
    }
    return node;
  }

  static JsonNode array(JsonNode parent, String field, int max) {
    JsonNode node = parent.path(field);
    if (!node.isArray()) {
      throw malformed(field + " is not an array");
    }
    if (node.size() > max) {
      throw malformed(field + " has more than " + max + " elements");
    }
    return node;
  }

  static String text(JsonNode parent, String field) {
    String text = textOrNull(parent, field);
    if (text == null || text.isEmpty()) {
      throw malformed(field + " is missing");
    }
    return text;
  }

  static @Nullable String textOrNull(JsonNode parent, String field) {
    JsonNode node = parent.path(field);
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    if (!node.isString()) {
      throw malformed(field + " is not a string");
    }
    return CleanText.of(node.stringValue(), MAX_TEXT_CHARS);
  }

  static int countOrZero(JsonNode parent, String field) {
    JsonNode node = parent.path(field);
    if (node.isMissingNode() || node.isNull()) {
      return 0;
    }
    if (!node.canConvertToInt() || !node.isIntegralNumber() || node.intValue() < 0) {
      throw malformed(field + " is not a count");
    }
    return node.intValue();
  }

  /** An object of strings; absent is empty. */
  static Map<String, String> texts(JsonNode parent, String field) {
    JsonNode node = parent.path(field);
    Map<String, String> texts = new TreeMap<>();
    if (node.isMissingNode() || node.isNull()) {
      return texts;
    }
    if (!node.isObject() || node.size() > MAX_ENTRIES) {
      throw malformed(field + " is not an object of at most " + MAX_ENTRIES + " strings");
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (!entry.getValue().isString()) {
        throw malformed(field + " holds something other than strings");
      }
      texts.put(
          CleanText.of(entry.getKey(), MAX_NAME_CHARS),
          CleanText.of(entry.getValue().stringValue(), MAX_TEXT_CHARS));
    }
    return texts;
  }

  static Instant instant(JsonNode parent, String field) {
    Instant instant = instantOrNull(parent, field);
    if (instant == null) {
      throw malformed(field + " is missing");
    }
    return instant;
  }

  /** RFC 3339, to the microsecond that is stored; Go's zero time and absence are null. */
  static @Nullable Instant instantOrNull(JsonNode parent, String field) {
    String text = textOrNull(parent, field);
    if (text == null || text.isEmpty()) {
      return null;
    }
    Instant instant = parse(text, field);
    int year = instant.atOffset(ZoneOffset.UTC).getYear();
    if (year < ZERO_YEAR || year > LAST_YEAR) {
      throw malformed(field + " lies outside the years 1 to 9999");
    }
    return year == ZERO_YEAR ? null : instant.truncatedTo(ChronoUnit.MICROS);
  }

  private static Instant parse(String text, String field) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw new FailureException(
          Failure.permanent("malformed", "delivery", field + " is not an RFC 3339 time"), e);
    }
  }
}
