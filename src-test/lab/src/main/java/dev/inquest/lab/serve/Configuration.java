package dev.inquest.lab.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** Writes the {@code inquest.yml} of a run. */
public final class Configuration {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Set<PosixFilePermission> OWNER_ONLY =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  /**
   * The one service.
   *
   * @param repository a bare repository on this machine
   */
  public record Service(
      String name, Path repository, String databaseUrl, String username, String password) {}

  private Configuration() {}

  public static void write(Access.Folders folders, Access access, Service service)
      throws IOException {
    secret(folders.passwordFile(), access.password());
    secret(folders.configuration(), text(folders, access, service));
  }

  private static String text(Access.Folders folders, Access access, Service service) {
    return """
    server:
      port: %s
    inquest:
      home: %s
      public-url: %s
      otlp:
        token: %s
      intake:
        alertmanager:
          token: %s
        cloudevents:
          token: %s
      api:
        tokens:
          - name: lab
            token: %s
            role: operator
      gate:
        port: %s
        public-url: %s
        local-user:
          person: %s
          password-file: %s
      limits:
        look-back: 10m
        step: 1s
        trace-slice: 5s
      recovery:
        window: 30s
      services:
        - name: %s
          repository: %s
          migrations: db/migration
          databases: [shop]
          mode: propose
      connectors:
        postgresql:
          databases:
            - name: shop
              url: %s
              username: %s
              password: %s
              rehearsal: true
              sample-interval: 1s
    """
        .formatted(
            access.agentPort(),
            quote(folders.home().toString()),
            quote(access.agent().toString()),
            quote(access.otlpToken()),
            quote(access.alertToken()),
            quote(access.eventToken()),
            quote(access.apiToken()),
            access.gatePort(),
            quote(access.gate().toString()),
            quote(access.person()),
            quote(folders.passwordFile().toString()),
            quote(service.name()),
            quote(service.repository().toString()),
            quote(service.databaseUrl()),
            quote(service.username()),
            quote(service.password()));
  }

  /** A JSON string is a YAML string. */
  private static String quote(String text) {
    return JSON.writeValueAsString(text);
  }

  private static void secret(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(
        file, java.nio.file.attribute.PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    Files.writeString(file, text);
  }
}
