package dev.inquest.connectors.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** The authorities of a PEM file, trusted beside those the JDK trusts. */
public final class PrivateTrust {
  private PrivateTrust() {}

  /**
   * @throws IllegalArgumentException with a sentence for the operator where the file cannot be used
   */
  public static KeyStore store(Path pem) {
    try (InputStream in = Files.newInputStream(pem)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      int number = 0;
      for (Certificate own : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("own-" + number++, own);
      }
      if (number == 0) {
        throw new IllegalArgumentException("the ca-file " + pem + " holds no certificate");
      }
      addStandard(store);
      return store;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "the ca-file " + pem + " cannot be read as PEM certificates", e);
    }
  }

  public static SSLContext context(Path pem) {
    try {
      TrustManagerFactory factory = factory(store(pem));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, factory.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the ca-file " + pem + " cannot be trusted", e);
    }
  }

  private static void addStandard(KeyStore store) throws GeneralSecurityException {
    int number = 0;
    for (TrustManager manager : factory(null).getTrustManagers()) {
      if (manager instanceof X509TrustManager known) {
        for (X509Certificate issuer : known.getAcceptedIssuers()) {
          store.setCertificateEntry("standard-" + number++, issuer);
        }
      }
    }
  }

  private static TrustManagerFactory factory(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory;
  }
}
