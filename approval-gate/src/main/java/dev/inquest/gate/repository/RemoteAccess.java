package dev.inquest.gate.repository;

import java.net.URI;

/**
 * How the gate signs in where it reads a forge's repository.
 *
 * @param url the forge's root; the token is sent nowhere else
 * @param token never logged
 */
public record RemoteAccess(URI url, String token) {
  /** Whether the locator lies under the forge's root, by scheme, host, port and path. */
  public boolean covers(URI locator) {
    return url.getScheme().equalsIgnoreCase(locator.getScheme())
        && url.getHost() != null
        && url.getHost().equalsIgnoreCase(locator.getHost())
        && url.getPort() == locator.getPort()
        && locator.getRawPath().startsWith(url.getRawPath());
  }

  @Override
  public String toString() {
    return "RemoteAccess[" + url + "]";
  }
}
