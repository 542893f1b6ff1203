package dev.inquest.app.postgres;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** One role's way into one database. */
public record Login(String url, String username, String password) {
  public Login {
    requireNonNull(url, "url");
    requireNonNull(username, "username");
    requireNonNull(password, "password");
  }

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, username, password);
  }

  /** As Spring's data source wants it. */
  public Map<String, String> properties() {
    return Map.of(
        "spring.datasource.url", url,
        "spring.datasource.username", username,
        "spring.datasource.password", password);
  }

  /** Never shows the password. */
  @Override
  public String toString() {
    return username + "@" + url;
  }
}
