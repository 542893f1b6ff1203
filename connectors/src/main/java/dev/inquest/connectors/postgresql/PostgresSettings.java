package dev.inquest.connectors.postgresql;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code inquest.connectors.postgresql.*}.
 *
 * @param databases the databases that may be asked; each name once
 */
@ConfigurationProperties("inquest.connectors.postgresql")
public record PostgresSettings(@Nullable List<DatabaseSettings> databases) {
  public PostgresSettings {
    databases = databases == null ? List.of() : List.copyOf(databases);
    Set<String> names = new HashSet<>();
    for (DatabaseSettings database : databases) {
      if (!names.add(database.name())) {
        throw new IllegalArgumentException(
            "inquest.connectors.postgresql.databases[] names "
                + database.name()
                + " twice; give each database a name of its own");
      }
    }
  }

  /** Never null. */
  @Override
  public List<DatabaseSettings> databases() {
    return databases == null ? List.of() : databases;
  }
}
