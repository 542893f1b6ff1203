package dev.inquest.app.postgres;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;

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

  /** As {@link #connect()}, but a server that is dead or silent is given up after that long. */
  public Connection connect(Duration patience) throws SQLException {
    String seconds = Long.toString(Math.max(1, patience.toSeconds()));
    Properties properties = new Properties();
    properties.setProperty("user", username);
    properties.setProperty("password", password);
    for (String each : List.of("loginTimeout", "connectTimeout", "socketTimeout")) {
      properties.setProperty(each, seconds);
    }
    return DriverManager.getConnection(url, properties);
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
