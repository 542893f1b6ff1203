package dev.inquest.app.serve;

import dev.inquest.app.config.ConfigException;
import dev.inquest.app.config.ConfigProblem;
import dev.inquest.app.config.Settings;
import dev.inquest.app.postgres.Login;
import dev.inquest.app.postgres.Logins;
import java.util.List;
import java.util.Optional;

/** The roles' ways into a server of the operator's own. */
public final class Database {
  private Database() {}

  /**
   * @param url {@code spring.datasource.url}
   * @throws ConfigException where a password is missing
   */
  static Logins own(Settings settings, String url) {
    return new Logins(
        owner(settings, url),
        login(settings, url, "agent", "inquest_agent"),
        login(settings, url, "gate", "inquest_gate"),
        Optional.empty());
  }

  public static Login owner(Settings settings, String url) {
    return login(
        settings, url, "owner", settings.get("inquest.database.owner.username", "inquest_owner"));
  }

  private static Login login(Settings settings, String url, String who, String username) {
    String key = "inquest.database." + who + ".password";
    String password =
        settings
            .get(key)
            .orElseThrow(() ->
                new ConfigException(
                    List.of(
                        new ConfigProblem(
                            key,
                            "spring.datasource.url names a server of your own, but not how "
                                + username
                                + " signs in.",
                            "Set it, or remove the URL and let Inquest run its own server."))));
    return new Login(url, username, password);
  }
}
