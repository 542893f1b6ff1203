package dev.inquest.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Takes connections into its queue and never says a word. */
public final class SilentServer implements AutoCloseable {
  private final ServerSocket socket;

  public SilentServer() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** A port that nothing listens on. */
  public static int refusedPort() {
    try (SilentServer gone = new SilentServer()) {
      return gone.port();
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
