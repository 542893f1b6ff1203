package dev.inquest.gate.warrant;

import dev.inquest.gate.audit.Sha256;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** An Ed25519 public key. */
public final class VerifyingKey {
  private final PublicKey key;

  public VerifyingKey(PublicKey key) {
    this.key = key;
  }

  /**
   * @param pem {@code -----BEGIN PUBLIC KEY-----}
   * @throws WarrantException where it is no Ed25519 public key
   */
  public static VerifyingKey fromPem(String pem) {
    try {
      byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
      return new VerifyingKey(
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new WarrantException("not an Ed25519 public key", e);
    }
  }

  /** SHA-256 of the key's X.509 encoding. */
  public String keyId() {
    return Sha256.hex(key.getEncoded());
  }

  public String pem() {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getEncoder().encodeToString(key.getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }

  public boolean verifies(byte[] message, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(key);
      verifier.update(message);
      return verifier.verify(signature);
    } catch (SignatureException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
    }
  }
}
