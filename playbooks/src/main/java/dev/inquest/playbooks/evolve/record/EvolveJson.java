package dev.inquest.playbooks.evolve.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.playbooks.casefile.CoreJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The records of a run as JSON in snake case; equal records give equal bytes. */
public final class EvolveJson {
  private static final JsonMapper MAPPER =
      CoreJson.mapper()
          .rebuild()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .build();

  private EvolveJson() {}

  /** On one line, without its end. */
  public static String line(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /** For people too, with a line feed at the end. */
  public static byte[] file(Object value) {
    return (MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value).replace("\r\n", "\n")
            + "\n")
        .getBytes(UTF_8);
  }

  /**
   * @param subject what is read, for the message
   * @throws FailureException {@code run-malformed}
   */
  public static <T> T read(String json, Class<T> type, String subject) {
    try {
      T value = MAPPER.readValue(json, type);
      if (value != null) {
        return value;
      }
    } catch (JacksonException e) {
      throw new FailureException(
          Failure.permanent("run-malformed", subject, subject + " is not of its form"), e);
    }
    throw new FailureException(
        Failure.permanent("run-malformed", subject, subject + " says nothing"));
  }
}
