package dev.inquest.gate.decision;

import java.sql.Array;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code gate.local_user}: who may sign in with a password. */
public final class LocalUsers {
  private final JdbcClient jdbc;

  public LocalUsers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param passwordHash as the password encoder wrote it
   */
  public record LocalUser(String person, String passwordHash, Set<String> roles) {
    public LocalUser {
      roles = Set.copyOf(roles);
    }
  }

  public Optional<LocalUser> find(String person) {
    return jdbc.sql(
            "SELECT person, password_hash, roles FROM gate.local_user WHERE person = :person")
        .param("person", person)
        .query((row, n) -> {
          Array roles = row.getArray("roles");
          return new LocalUser(
              row.getString("person"),
              row.getString("password_hash"),
              Set.of((String[]) roles.getArray()));
        })
        .optional();
  }

  /** Stores the user, or gives an existing one this password and these roles. */
  public void save(LocalUser user) {
    jdbc.sql(
            """
            INSERT INTO gate.local_user (person, password_hash, roles, created_at)
            VALUES (:person, :hash, :roles, clock_timestamp())
            ON CONFLICT (person) DO UPDATE SET password_hash = excluded.password_hash,
              roles = excluded.roles
            """)
        .param("person", user.person())
        .param("hash", user.passwordHash())
        .param("roles", user.roles().toArray(String[]::new))
        .update();
  }
}
