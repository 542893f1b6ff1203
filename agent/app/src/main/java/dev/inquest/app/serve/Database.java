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

  /**
   * One role's way in, for a command that needs no other: by its own key, or by the login that this
   * process alone was given, as a Helm job is.
   *
   * @param who {@code owner}, {@code agent} or {@code gate}
   * @throws ConfigException where neither is there
   */
  public static Login as(String who, Settings settings, String url) {
    Optional<String> username = settings.get("spring.datasource.username");
    Optional<String> password = settings.get("spring.datasource.password");
    boolean given = username.isPresent() && password.isPresent();
    return given && settings.get(key(who)).isEmpty()
        ? new Login(url, username.get(), password.get())
        : login(settings, url, who, username(who, settings));
  }

  private static String key(String who) {
    return "inquest.database." + who + ".password";
  }

  private static String username(String who, Settings settings) {
    return who.equals("owner")
        ? settings.get("inquest.database.owner.username", "inquest_owner")
        : "inquest_" + who;
  }

  private static Login owner(Settings settings, String url) {
    return login(settings, url, "owner", username("owner", settings));
  }

  private static Login login(Settings settings, String url, String who, String username) {
    String key = key(who);
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
