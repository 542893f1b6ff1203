package dev.inquest.connectors.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate authority of a test's own and a server certificate for localhost from it. */
public final class TestAuthority {
  private static final String PASSWORD = "test-only";

  private final Path folder;

  private TestAuthority(Path folder) {
    this.folder = folder;
  }

  /** Made with the JDK's keytool, in about two seconds. */
  public static TestAuthority create(Path folder) throws Exception {
    TestAuthority authority = new TestAuthority(folder);
    authority.run("-genkeypair", "-alias", "ca", "-dname", "CN=Test CA", "-ext", "bc:c");
    authority.run("-exportcert", "-alias", "ca", "-rfc", "-file", "ca.pem");
    authority.run("-genkeypair", "-alias", "server", "-dname", "CN=localhost");
    authority.run("-certreq", "-alias", "server", "-file", "server.csr");
    authority.run(
        "-gencert",
        "-alias",
        "ca",
        "-infile",
        "server.csr",
        "-outfile",
        "server.pem",
        "-rfc",
        "-ext",
        "san=dns:localhost,ip:127.0.0.1");
    authority.run("-importcert", "-alias", "server", "-file", "server.pem", "-noprompt");
    authority.run("-delete", "-alias", "ca");
    return authority;
  }

  public Path certificate() {
    return folder.resolve("ca.pem");
  }

  public SSLContext server() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve("keys.p12"))) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private void run(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin/keytool").toString()));
    command.addAll(List.of(arguments));
    if (arguments[0].equals("-genkeypair")) {
      command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1", "-validity", "2"));
    }
    command.addAll(
        List.of("-keystore", "keys.p12", "-storetype", "PKCS12", "-storepass", PASSWORD));
    Path log = folder.resolve("keytool.log");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new AssertionError(String.join(" ", command) + ": " + Files.readString(log));
    }
  }
}
