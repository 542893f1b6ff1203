package dev.inquest.app.process;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What another program may see of our environment: how to run, never a key of anybody's. */
final class CleanEnvironment {
  private static final Set<String> NAMES =
      Set.of(
          "PATH",
          "HOME",
          "USER",
          "LOGNAME",
          "LANG",
          "LANGUAGE",
          "TZ",
          "TMPDIR",
          "JAVA_HOME",
          "JAVA_TOOL_OPTIONS",
          "JDK_JAVA_OPTIONS",
          "HTTP_PROXY",
          "HTTPS_PROXY",
          "NO_PROXY",
          "http_proxy",
          "https_proxy",
          "no_proxy",
          "SSL_CERT_FILE",
          "SSL_CERT_DIR",
          "XDG_CACHE_HOME");
  private static final Set<String> PREFIXES = Set.of("LC_", "LOGGING_", "MANAGEMENT_", "OTEL_");

  private CleanEnvironment() {}

  static Map<String, String> of(Map<String, String> environment) {
    Map<String, String> clean = new TreeMap<>();
    environment.forEach((name, value) -> {
      if (NAMES.contains(name) || PREFIXES.stream().anyMatch(name::startsWith)) {
        clean.put(name, value);
      }
    });
    return clean;
  }
}
