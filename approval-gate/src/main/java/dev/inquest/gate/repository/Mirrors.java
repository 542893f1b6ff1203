package dev.inquest.gate.repository;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.gate.audit.Sha256;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The gate's own bare copies, one a repository of its service map. Thread-safe. */
public final class Mirrors {
  private final Path home;
  private final List<RemoteAccess> access;
  private final Map<String, Mirror> mirrors = new ConcurrentHashMap<>();

  /**
   * @param home the folder that holds the copies
   */
  public Mirrors(Path home, List<RemoteAccess> access) {
    this.home = home;
    this.access = List.copyOf(access);
  }

  /**
   * @param locator from the gate's own service map: a path, {@code file://}, {@code http(s)://}
   * @throws FailureException {@code repository-locator} for another form
   */
  public Mirror of(String locator) {
    return mirrors.computeIfAbsent(locator, this::create);
  }

  private Mirror create(String locator) {
    Path folder = home.resolve(Sha256.hex(locator).substring(0, 16) + ".git");
    if (locator.startsWith("http://") || locator.startsWith("https://")) {
      URI uri = URI.create(locator);
      String token =
          access.stream()
              .filter(each -> each.covers(uri))
              .map(RemoteAccess::token)
              .findFirst()
              .orElse("");
      return new Mirror(folder, locator, token);
    }
    if (locator.contains("://") && !locator.startsWith("file://")) {
      throw new FailureException(
          Failure.permanent(
              "repository-locator", locator, "the gate reads paths, file:// and http(s):// only"));
    }
    return new Mirror(folder, locator, "");
  }
}
