package dev.inquest.patient;

import java.nio.file.Path;
import java.util.Map;

/**
 * What the deployer tells a process, by environment: {@code PATIENT_*}.
 *
 * @param release the checked-out repository
 * @param port 0 picks a free one
 * @param version what this release calls itself, e.g. {@code 4.2.0}
 * @param otlp base address of the OTLP/HTTP receiver, without a path
 * @param otlpToken sent as a bearer token
 */
record Settings(
    Path release,
    int port,
    String instance,
    String version,
    String otlp,
    String otlpToken,
    Database database) {
  record Database(String url, String username, String password) {}

  static Settings of(Map<String, String> environment) {
    return new Settings(
        Path.of(required(environment, "PATIENT_RELEASE")),
        Integer.parseInt(environment.getOrDefault("PATIENT_PORT", "0")),
        required(environment, "PATIENT_INSTANCE"),
        required(environment, "PATIENT_VERSION"),
        required(environment, "PATIENT_OTLP"),
        required(environment, "PATIENT_OTLP_TOKEN"),
        new Database(
            required(environment, "PATIENT_DATABASE_URL"),
            required(environment, "PATIENT_DATABASE_USER"),
            required(environment, "PATIENT_DATABASE_PASSWORD")));
  }

  private static String required(Map<String, String> environment, String key) {
    String value = environment.get(key);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("the environment lacks " + key);
    }
    return value;
  }
}
