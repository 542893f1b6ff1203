package dev.inquest.app.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Comparisons in constant time. */
public final class Secrets {
  private static final String BEARER = "bearer ";

  private Secrets() {}

  /** Whether the request carries exactly that bearer token. */
  public static boolean bearer(HttpHeaders headers, String token) {
    String given = bearerOf(headers);
    return given != null && same(given, token);
  }

  /** The bearer token given, if any. */
  public static @Nullable String bearerOf(HttpHeaders headers) {
    String value = headers.getFirst(HttpHeaders.AUTHORIZATION);
    if (value == null || !value.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      return null;
    }
    return value.substring(BEARER.length()).strip();
  }

  /** Digests first, so that not even the length shows in the time taken. */
  public static boolean same(String a, String b) {
    return MessageDigest.isEqual(sha256(a.getBytes(UTF_8)), sha256(b.getBytes(UTF_8)));
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static byte[] hmacSha256(String secret, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
