package dev.inquest.lab.demo;

import dev.inquest.lab.serve.Access;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes ports, tokens and passwords for a run. */
final class Keys {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int AGENT = 8080;
  private static final int GATE = 8081;

  private Keys() {}

  static Access access() throws IOException {
    int agent = free(AGENT);
    int gate = free(GATE);
    return new Access(
        agent, gate, token(), token(), token(), token(), "demo", token().substring(0, 12));
  }

  static String token() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  static long seed() {
    return RANDOM.nextInt(1_000_000);
  }

  /** The wanted port, or any where it is taken. */
  private static int free(int wanted) throws IOException {
    for (int port : new int[] {wanted, 0}) {
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (java.net.BindException e) {
        if (port == 0) {
          throw e;
        }
      }
    }
    throw new IOException("no free port");
  }
}
