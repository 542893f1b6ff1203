package dev.inquest.playbooks.casefile;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.evidence.CheckResult;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.investigation.ProposeResult;
import dev.inquest.verification.Outcome;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;

/**
 * JSON for the core's records: enums as lower-case names, times and durations in ISO-8601, sealed
 * types with a {@code type} property in snake case. Keys of maps are sorted, so equal records give
 * equal bytes. Unknown properties are an error.
 */
public final class CoreJson {
  private static final int MAX_NESTING_DEPTH = 64;
  private static final int MAX_STRING_CHARACTERS = 20_000_000;
  private static final int MAX_NAME_CHARACTERS = 10_000;
  private static final long MAX_DOCUMENT_CHARACTERS = 1L << 30;

  /** Every sealed interface of the core that is data. */
  private static final List<Class<?>> SEALED =
      List.of(CheckResult.class, Diagnosis.class, Outcome.class, ProposeResult.class);

  private static final JsonMapper MAPPER = build();

  private CoreJson() {}

  /** Shared and thread-safe. */
  public static JsonMapper mapper() {
    return MAPPER;
  }

  public static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /**
   * @param subject what is being read, for the message
   * @throws FailureException {@code json-malformed} where the text is not such a record
   */
  public static <T> T read(String json, Class<T> type, String subject) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JacksonException e) {
      String where = e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNr();
      throw new FailureException(
          Failure.permanent(
              "json-malformed", subject, subject + where + ": " + e.getOriginalMessage()),
          e);
    }
  }

  private static JsonMapper build() {
    JsonMapper.Builder builder =
        JsonMapper.builder(JsonFactory.builder().streamReadConstraints(constraints()).build())
            .enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.USE_LONG_FOR_INTS)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE, EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(
                DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS,
                DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .addModule(
                new SimpleModule("inquest-core")
                    .addSerializer(new SeriesJson.Writer())
                    .addDeserializer(MetricSeries.class, new SeriesJson.Reader()));
    SEALED.forEach(sealed -> register(builder, sealed));
    return builder.build();
  }

  private static StreamReadConstraints constraints() {
    return StreamReadConstraints.builder()
        .maxNestingDepth(MAX_NESTING_DEPTH)
        .maxStringLength(MAX_STRING_CHARACTERS)
        .maxNameLength(MAX_NAME_CHARACTERS)
        .maxDocumentLength(MAX_DOCUMENT_CHARACTERS)
        .build();
  }

  private static void register(JsonMapper.Builder builder, Class<?> sealed) {
    builder.addMixIn(sealed, TypedBySnakeCaseName.class);
    for (Class<?> permitted : sealed.getPermittedSubclasses()) {
      builder.registerSubtypes(new NamedType(permitted, snakeCase(permitted.getSimpleName())));
    }
  }

  private static String snakeCase(String simpleName) {
    return simpleName.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  /** What the core would carry as an annotation if it knew of JSON. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  private interface TypedBySnakeCaseName {}
}
