package dev.inquest.app.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** A port of this machine that is free, the same as last time where it can be. */
final class Ports {
  private Ports() {}

  static int rememberedOrFree(Path memory) throws IOException {
    int port = remembered(memory);
    if (port == 0 || !free(port)) {
      port = anyFree();
      Files.writeString(memory, Integer.toString(port));
    }
    return port;
  }

  private static int remembered(Path memory) throws IOException {
    if (!Files.exists(memory)) {
      return 0;
    }
    String text = Files.readString(memory).strip();
    return text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
  }

  private static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, loopback())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private static int anyFree() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, loopback())) {
      return socket.getLocalPort();
    }
  }

  private static InetAddress loopback() throws IOException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
  }
}
