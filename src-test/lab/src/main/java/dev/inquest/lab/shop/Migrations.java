package dev.inquest.lab.shop;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** Runs the real Flyway over a checkout, with the checkout's own {@code flyway.conf}. */
final class Migrations {
  private static final String FILESYSTEM = "filesystem:";

  private Migrations() {}

  /** A failed run leaves a failed row in the history; the next one repairs it first. */
  static int apply(Path checkout, ShopDatabase database) throws IOException {
    Flyway flyway =
        Flyway.configure(Migrations.class.getClassLoader())
            .configuration(settings(checkout))
            .dataSource(
                database.url(), ShopDatabase.Role.SHOP_OWNER.username(), database.password())
            .load();
    boolean failed =
        Arrays.stream(flyway.info().all()).map(MigrationInfo::getState).anyMatch(s -> s.isFailed());
    if (failed) {
      var _ = flyway.repair();
    }
    return flyway.migrate().migrationsExecuted;
  }

  private static Map<String, String> settings(Path checkout) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(checkout.resolve("flyway.conf"))) {
      properties.load(reader);
    }
    Map<String, String> settings = new HashMap<>();
    properties.forEach((key, value) -> settings.put(key.toString(), value.toString()));
    settings.computeIfPresent(
        "flyway.locations", (key, value) -> absolute(value, checkout.toAbsolutePath()));
    return settings;
  }

  /** Flyway's own command line resolves relative locations against where it is started. */
  private static String absolute(String locations, Path checkout) {
    return Arrays.stream(locations.split(",", -1))
        .map(location ->
            location.startsWith(FILESYSTEM)
                ? FILESYSTEM + checkout.resolve(location.substring(FILESYSTEM.length()))
                : location)
        .collect(Collectors.joining(","));
  }
}
