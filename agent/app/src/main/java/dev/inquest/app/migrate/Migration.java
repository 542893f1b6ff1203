package dev.inquest.app.migrate;

import dev.inquest.app.postgres.Login;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Both schemas, then who may do what in them. */
public final class Migration {
  private static final List<String> ROLES = List.of("inquest_agent", "inquest_gate");

  /** A server that is dead or silent must not hold a start or a job for ever. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private Migration() {}

  /**
   * Safe to repeat.
   *
   * @return how many migrations ran
   * @throws FailureException where the roles are missing or a migration fails
   */
  public static int run(Login owner) {
    requireRoles(owner);
    try {
      return schema(owner, "agent", "db/agent", "schema_history")
          + schema(owner, "gate", "db/gate", "schema_history")
          + schema(owner, "agent", "db/grants", "grants_history");
    } catch (FlywayException e) {
      throw failed(owner, "the migration failed: ", e);
    }
  }

  /**
   * How many migrations wait to be run.
   *
   * @throws FailureException where the server cannot be asked
   */
  public static int pending(Login owner) {
    try {
      return Stream.of(
              flyway(owner, "agent", "db/agent", "schema_history"),
              flyway(owner, "gate", "db/gate", "schema_history"),
              flyway(owner, "agent", "db/grants", "grants_history"))
          .mapToInt(each -> each.info().pending().length)
          .sum();
    } catch (FlywayException e) {
      throw failed(owner, "the migrations cannot be looked at: ", e);
    }
  }

  private static FailureException failed(Login owner, String what, FlywayException cause) {
    return new FailureException(
        Failure.permanent("migration", owner.toString(), what + cause.getMessage()), cause);
  }

  private static int schema(Login owner, String schema, String location, String history) {
    return flyway(owner, schema, location, history).migrate().migrationsExecuted;
  }

  private static Flyway flyway(Login owner, String schema, String location, String history) {
    return Flyway.configure()
        .dataSource(owner.url(), owner.username(), owner.password())
        .schemas(schema)
        .defaultSchema(schema)
        .locations("classpath:" + location)
        .table(history)
        .baselineOnMigrate(history.equals("grants_history"))
        .baselineVersion("0")
        .cleanDisabled(true)
        .load();
  }

  private static void requireRoles(Login owner) {
    List<String> missing = new ArrayList<>();
    try (Connection connection = owner.connect(PATIENCE);
        PreparedStatement statement =
            connection.prepareStatement("SELECT 1 FROM pg_roles WHERE rolname = ?")) {
      for (String role : ROLES) {
        statement.setString(1, role);
        try (ResultSet found = statement.executeQuery()) {
          if (!found.next()) {
            missing.add(role);
          }
        }
      }
    } catch (SQLException e) {
      throw new FailureException(
          Failure.transientFailure(
              "database-unreachable",
              owner.toString(),
              "cannot sign in at " + owner + ": " + e.getMessage()),
          e);
    }
    if (!missing.isEmpty()) {
      throw new FailureException(
          Failure.permanent(
              "database-roles",
              owner.toString(),
              "the server lacks the roles "
                  + missing
                  + "; as its administrator run: CREATE ROLE "
                  + missing.getFirst()
                  + " LOGIN PASSWORD '…' (and so on)"));
    }
  }
}
