package dev.inquest.app.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a request comes from this machine and is meant for it. The name it was sent to counts
 * too: else any page in a browser here could reach us through a name of its own that resolves here.
 */
public final class Loopback {
  private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  private Loopback() {}

  public static boolean isLocal(HttpServletRequest request) {
    String host = request.getServerName();
    return host != null
        && NAMES.contains(host.toLowerCase(Locale.ROOT))
        && fromLoopback(request.getRemoteAddr());
  }

  /** An address literal is not looked up anywhere. */
  private static boolean fromLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
