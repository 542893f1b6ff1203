package dev.inquest.gate.warrant;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The gate's Ed25519 key pair: signs warrants and checkpoints. Thread-safe. */
public final class SigningKey {
  private final PrivateKey key;
  private final VerifyingKey verifying;

  private SigningKey(KeyPair pair) {
    this.key = pair.getPrivate();
    this.verifying = new VerifyingKey(pair.getPublic());
  }

  public static SigningKey generate() {
    return new SigningKey(pair(new SecureRandom()));
  }

  /**
   * @param pem {@code -----BEGIN PRIVATE KEY-----}, PKCS #8
   * @throws WarrantException where it is no Ed25519 private key
   */
  public static SigningKey fromPem(String pem) {
    try {
      byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
      PrivateKey read =
          KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(der));
      byte[] seed = ((EdECPrivateKey) read).getBytes().orElseThrow();
      return new SigningKey(pair(new FixedSeed(seed)));
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new WarrantException("not an Ed25519 private key in PKCS #8", e);
    }
  }

  public String pem() {
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getEncoder().encodeToString(key.getEncoded())
        + "\n-----END PRIVATE KEY-----\n";
  }

  public VerifyingKey verifying() {
    return verifying;
  }

  public String keyId() {
    return verifying.keyId();
  }

  public byte[] sign(byte[] message) {
    try {
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(key);
      signer.update(message);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
    }
  }

  private static KeyPair pair(SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(NamedParameterSpec.ED25519, random);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
    }
  }

  /** A private key is its seed: generating again from it gives the public key as well. */
  private static final class FixedSeed extends SecureRandom {
    private final transient byte[] seed;

    FixedSeed(byte[] seed) {
      this.seed = seed.clone();
    }

    @Override
    public void nextBytes(byte[] bytes) {
      if (bytes.length != seed.length) {
        throw new IllegalStateException("an Ed25519 seed is 32 bytes");
      }
      System.arraycopy(seed, 0, bytes, 0, seed.length);
    }
  }
}
