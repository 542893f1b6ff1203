package dev.inquest.app.cli.doctor;

import dev.inquest.app.cli.output.Finding;
import dev.inquest.app.config.ConfigException;
import dev.inquest.app.config.Settings;
import dev.inquest.app.migrate.Migration;
import dev.inquest.app.postgres.EmbeddedServer;
import dev.inquest.app.postgres.Login;
import dev.inquest.app.postgres.Logins;
import dev.inquest.app.serve.Database;
import dev.inquest.connectors.resilience.Redacted;
import dev.inquest.failure.FailureException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reachable as each role, migrated, with roles that can do what they should and no more. */
final class DatabaseExam implements Exam {
  private static final String AREA = "database";
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Override
  public List<Finding> look(Patient patient) throws IOException {
    String url = patient.settings().databaseUrl();
    return url == null ? embedded(patient) : own(patient, url);
  }

  private static List<Finding> embedded(Patient patient) throws IOException {
    if (!EmbeddedServer.isMade(patient.home())) {
      return List.of(
          Finding.note(
              AREA,
              "Inquest runs its own PostgreSQL, made under "
                  + patient.home()
                  + " at the first start",
              "Nothing to do; for a server of yours set spring.datasource.url and the passwords"
                  + " inquest.database.{owner,agent,gate}.password."));
    }
    Optional<Logins> running = EmbeddedServer.running(patient.home());
    if (running.isEmpty()) {
      return List.of(
          Finding.ok(AREA, "Inquest's own PostgreSQL lies under " + patient.home() + ", stopped"));
    }
    Map<String, Login> logins = new LinkedHashMap<>();
    logins.put("owner", running.get().owner());
    logins.put("agent", running.get().agent());
    logins.put("gate", running.get().gate());
    return examine(patient, logins);
  }

  private static List<Finding> own(Patient patient, String url) {
    List<Finding> findings = new ArrayList<>();
    Map<String, Login> logins = new LinkedHashMap<>();
    for (String who : List.of("owner", "agent", "gate")) {
      login(who, patient.settings(), url, findings).ifPresent(login -> logins.put(who, login));
    }
    findings.addAll(examine(patient, logins));
    return findings;
  }

  /** One process alone has one login; it stands for whichever role it is. */
  private static Optional<Login> login(
      String who, Settings settings, String url, List<Finding> findings) {
    try {
      return Optional.of(Database.as(who, settings, url));
    } catch (ConfigException e) {
      e.problems()
          .forEach(p -> findings.add(Finding.problem(AREA, p.key() + ": " + p.problem(), p.fix())));
      return Optional.empty();
    }
  }

  private static List<Finding> examine(Patient patient, Map<String, Login> logins) {
    List<Finding> findings = new ArrayList<>();
    boolean looked = false;
    for (Login login : logins.values().stream().distinct().toList()) {
      try (Connection connection = login.connect(PATIENCE)) {
        findings.add(Finding.ok(AREA, login + " signs in"));
        if (!looked) {
          looked = true;
          findings.addAll(new DatabaseFacts(connection, patient.clock()).findings());
        }
      } catch (SQLException e) {
        findings.add(refused(login, e));
      }
    }
    Login owner = logins.get("owner");
    if (looked && owner != null) {
      findings.add(migrated(owner));
    }
    return findings;
  }

  private static Finding refused(Login login, SQLException e) {
    String said = Redacted.text(e.getMessage());
    boolean reached = e.getSQLState() != null && e.getSQLState().startsWith("28");
    return Finding.problem(
        AREA,
        login + (reached ? " may not sign in: " : " cannot be reached: ") + said,
        reached
            ? "Correct the password; where the role is missing: CREATE ROLE "
                + login.username()
                + " LOGIN PASSWORD '…'"
            : "See that the server is up, and that spring.datasource.url is right.");
  }

  private static Finding migrated(Login owner) {
    try {
      int pending = Migration.pending(owner);
      return pending == 0
          ? Finding.ok(AREA, "its schemas are up to date")
          : Finding.warning(
              AREA,
              pending + (pending == 1 ? " migration waits" : " migrations wait"),
              "inquest migrate; `inquest serve` does it by itself, a single --role does not.");
    } catch (FailureException e) {
      return Finding.note(
          AREA,
          "whether its schemas are up to date is not visible to " + owner.username(),
          "Only the owner's role sees that: inquest.database.owner.password");
    }
  }
}
