package dev.inquest.connectors.git;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a repository is: what {@code services[].repository} says. */
sealed interface GitLocator {
  Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");
  Pattern COPY_STYLE = Pattern.compile("[^/]*:.*");

  /** A bare repository, or a work tree's root, on this machine. */
  record Local(Path path) implements GitLocator {}

  /** An {@code http} or {@code https} address without a user or password in it. */
  record Remote(URI address) implements GitLocator {}

  /**
   * Empty where the locator is of no kind that can be read: ssh, a helper, an address with a
   * password.
   */
  static Optional<GitLocator> parse(String locator) {
    try {
      if (SCHEME.matcher(locator).matches()) {
        return ofAddress(new URI(locator));
      }
      boolean path = !locator.isBlank() && !COPY_STYLE.matcher(locator).matches();
      return path
          ? Optional.of(new Local(Path.of(locator).toAbsolutePath().normalize()))
          : Optional.empty();
    } catch (URISyntaxException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Optional<GitLocator> ofAddress(URI address) {
    return switch (address.getScheme().toLowerCase(Locale.ROOT)) {
      case "file" ->
          Optional.ofNullable(address.getPath()).map(p -> new Local(Path.of(p).normalize()));
      case "http", "https" ->
          address.getHost() == null || address.getRawUserInfo() != null
              ? Optional.empty()
              : Optional.of(new Remote(address));
      default -> Optional.empty();
    };
  }
}
