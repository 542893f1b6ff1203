package dev.inquest.playbooks.evolve.seed;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.inquest.playbooks.format.Sha256;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret from which a run's evaluation seeds follow. Its digest is known from the start, itself
 * only at the end, so a candidate cannot be made for its seeds nor a key be chosen for a candidate.
 */
public final class RunKey {
  private static final int BYTES = 32;

  /** Of its text. */
  public static final int HEX_DIGITS = 2 * BYTES;

  private static final String ALGORITHM = "HmacSHA256";

  private final byte[] key;

  /**
   * @param key 32 bytes
   */
  public RunKey(byte[] key) {
    if (key.length != BYTES) {
      throw new IllegalArgumentException("a run key has " + BYTES + " bytes");
    }
    this.key = key.clone();
  }

  /**
   * @throws IllegalArgumentException where the text is not 64 hex digits
   */
  public static RunKey ofHex(String hex) {
    return new RunKey(HexFormat.of().parseHex(hex));
  }

  public String hex() {
    return HexFormat.of().formatHex(key);
  }

  /** What is published before the first candidate. */
  public String commitment() {
    return Sha256.of(key);
  }

  /** For the pairs of a confirmation: HMAC-SHA256(key, round ‖ digest). */
  public SeedStream confirmation(int round, String digest) {
    return stream(new byte[0], round, digest);
  }

  /**
   * For anything else, apart from the confirmation's: HMAC-SHA256(key, purpose ‖ 0 ‖ round ‖
   * digest).
   */
  public SeedStream other(String purpose, int round, String digest) {
    return stream((purpose + "\0").getBytes(UTF_8), round, digest);
  }

  private SeedStream stream(byte[] purpose, int round, String digest) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      mac.update(purpose);
      mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(round).array());
      mac.update(HexFormat.of().parseHex(digest));
      return new SeedStream(ByteBuffer.wrap(mac.doFinal()).getLong());
    } catch (GeneralSecurityException e) {
      // Every Java platform must have it.
      throw new IllegalStateException(e);
    }
  }
}
