package dev.inquest.app.recorder;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who may send: the bearer of the token; where there is none, this machine alone. */
final class OtlpAccess {
  private static final String SCHEME = "Bearer ";

  /** A proxy on this machine makes everybody look local, but says so. */
  private static final List<String> PROXY_HEADERS =
      List.of("Forwarded", "X-Forwarded-For", "X-Real-IP");

  private final byte @Nullable [] token;

  OtlpAccess(@Nullable String token) {
    this.token =
        token == null || token.isBlank() ? null : token.strip().getBytes(StandardCharsets.UTF_8);
  }

  /** The status to refuse with, or 0 where the request may go on; reads no body. */
  int refusal(HttpServletRequest request) {
    if (token != null) {
      return bears(request, token) ? 0 : 401;
    }
    return local(request) ? 0 : 403;
  }

  private static boolean bears(HttpServletRequest request, byte[] token) {
    String header = request.getHeader("Authorization");
    return header != null
        && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && MessageDigest.isEqual(
            token, header.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8));
  }

  private static boolean local(HttpServletRequest request) {
    if (PROXY_HEADERS.stream().anyMatch(name -> request.getHeader(name) != null)) {
      return false;
    }
    try {
      // A numeric address: nothing is looked up.
      return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
