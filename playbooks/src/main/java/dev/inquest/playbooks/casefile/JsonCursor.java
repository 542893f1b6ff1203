package dev.inquest.playbooks.casefile;

import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/**
 * Walks JSON once, forward, and knows file and line for every complaint. Callbacks are called with
 * the cursor on a value and must consume exactly that value.
 */
final class JsonCursor {
  private static final ObjectReader ANY_VALUE =
      CoreJson.mapper()
          .readerFor(JsonNode.class)
          .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** More different names than a system has, and no more memory than they need. */
  private static final int MOST_NAMES = 10_000;

  private static final int LONGEST_NAME = 256;

  /** A power of two. */
  private static final int RECENT = 4_096;

  private final JsonParser parser;
  private final String file;
  private final Map<String, String> names = new HashMap<>();
  private @Nullable String @Nullable [] recent;

  private JsonCursor(JsonParser parser, String file) {
    this.parser = parser;
    this.file = file;
  }

  /** Calls back once for each value at the root: each line of a {@code .jsonl}, or the document. */
  static void forEachRoot(InputStream in, String file, Consumer<JsonCursor> onValue) {
    try (JsonParser parser = CoreJson.mapper().createParser(in)) {
      JsonCursor cursor = new JsonCursor(parser, file);
      cursor.guard(() -> {
        while (parser.nextToken() != null) {
          onValue.accept(cursor);
        }
      });
    }
  }

  /** Reads a document of exactly one value. */
  static void document(InputStream in, String file, Consumer<JsonCursor> onValue) {
    int[] seen = {0};
    forEachRoot(
        in,
        file,
        cursor -> {
          if (++seen[0] > 1) {
            throw cursor.malformed("something follows the end of the document");
          }
          onValue.accept(cursor);
        });
    if (seen[0] == 0) {
      throw Malformed.at(file, 0, "is empty");
    }
  }

  /** Calls back for each field of the object here; the callback sees its name. */
  void fields(Consumer<String> onField) {
    expect(JsonToken.START_OBJECT, "an object");
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      onField.accept(name);
    }
  }

  /** Calls back for each element of the array here. */
  void elements(Runnable onElement) {
    expect(JsonToken.START_ARRAY, "an array");
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      onElement.run();
    }
  }

  <T> List<T> list(Supplier<T> element) {
    List<T> all = new ArrayList<>();
    elements(() -> all.add(element.get()));
    return all;
  }

  /** An object of texts; null values are left out. */
  Map<String, String> texts() {
    Map<String, String> all = new TreeMap<>();
    fields(name -> {
      String value = textOrNull();
      if (value != null) {
        all.put(name, value);
      }
    });
    return all;
  }

  String text() {
    expect(JsonToken.VALUE_STRING, "a text");
    return parser.getString();
  }

  /**
   * A text that comes again and again, such as a service's name: the same object each time, so that
   * maps need not read it anew. An input of ever new names only loses that.
   */
  String name() {
    return name(text());
  }

  /** The same of a text that was read. */
  String name(String text) {
    String known = names.get(text);
    if (known == null) {
      if (names.size() < MOST_NAMES && text.length() <= LONGEST_NAME) {
        names.put(text, text);
      }
      return text;
    }
    return known;
  }

  /**
   * The same object for a text that came not long ago, such as the id of a span that is the next
   * one's parent: it is kept once, and maps need not compare it.
   */
  String recent(String text) {
    @Nullable String[] ids = recent;
    if (ids == null) {
      ids = new String[RECENT];
      recent = ids;
    }
    int slot = text.hashCode() & (RECENT - 1);
    String known = ids[slot];
    if (text.equals(known)) {
      return known;
    }
    ids[slot] = text;
    return text;
  }

  /** A text, a number or a boolean as text; null where there is a null. */
  @Nullable String textOrNull() {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    if (!token.isScalarValue()) {
      throw malformed("expected a text, found " + form(token));
    }
    return parser.getString();
  }

  Instant instant() {
    String text = text();
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw Malformed.at(file, line(), "not an ISO-8601 time with its zone: " + text, e);
    }
  }

  @Nullable Instant instantOrNull() {
    return isNull() ? null : instant();
  }

  /** An integer, also in the form of a text, as protobuf writes 64 bits. */
  long integer() {
    String text = textOrNull();
    try {
      return Long.parseLong(text == null ? "" : text);
    } catch (NumberFormatException e) {
      throw Malformed.at(file, line(), "not an integer of 64 bits: " + text, e);
    }
  }

  double number() {
    String text = textOrNull();
    try {
      return Double.parseDouble(text == null ? "" : text);
    } catch (NumberFormatException e) {
      throw Malformed.at(file, line(), "not a number: " + text, e);
    }
  }

  boolean isNull() {
    return parser.currentToken() == JsonToken.VALUE_NULL;
  }

  boolean isText() {
    return parser.currentToken() == JsonToken.VALUE_STRING;
  }

  /** A scalar as String, Long, Double, Boolean or null. */
  @Nullable Object scalar() {
    return switch (parser.currentToken()) {
      case VALUE_NULL -> null;
      case VALUE_STRING -> parser.getString();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      default -> throw malformed("expected a scalar, found " + form(parser.currentToken()));
    };
  }

  /** Any value as compact JSON. */
  String raw() {
    JsonNode value = ANY_VALUE.readValue(parser);
    return value.toString();
  }

  void skip() {
    parser.skipChildren();
  }

  long line() {
    return parser.currentTokenLocation().getLineNr();
  }

  dev.inquest.failure.FailureException malformed(String message) {
    return Malformed.at(file, line(), message);
  }

  private void expect(JsonToken token, String what) {
    if (parser.currentToken() != token) {
      throw malformed("expected " + what + ", found " + form(parser.currentToken()));
    }
  }

  private void guard(Runnable reading) {
    try {
      reading.run();
    } catch (JacksonException e) {
      long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw Malformed.at(file, line, e.getOriginalMessage(), e);
    }
  }

  private static String form(@Nullable JsonToken token) {
    return token == null ? "the end" : token.name().toLowerCase(java.util.Locale.ROOT);
  }
}
