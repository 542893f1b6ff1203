package dev.inquest.connectors.gitlab;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The root of a GitLab, and the projects below it. */
record GitLabAddress(URI root) {
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  /** The path {@code group/project} of a repository's locator; empty where it lies elsewhere. */
  Optional<String> project(String locator) {
    String prefix = root.toString().replaceAll("/{1,9}$", "") + "/";
    if (locator.length() <= prefix.length()
        || !locator
            .substring(0, prefix.length())
            .toLowerCase(Locale.ROOT)
            .equals(prefix.toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    String path = locator.substring(prefix.length()).replaceAll("(?:\\.git)?/{0,9}$", "");
    return path.matches("[A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)+") && !path.contains("..")
        ? Optional.of(path)
        : Optional.empty();
  }

  static boolean isPlain(URI url) {
    boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
    return http && url.getHost() != null && url.getRawUserInfo() == null && url.getQuery() == null;
  }

  static boolean isSafeForTokens(URI url) {
    return "https".equals(url.getScheme()) || THIS_MACHINE.contains(String.valueOf(url.getHost()));
  }
}
