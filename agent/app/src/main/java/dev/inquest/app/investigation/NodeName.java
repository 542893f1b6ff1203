package dev.inquest.app.investigation;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * This process among the workers: host and port. No two live processes share them, so whatever is
 * still marked as this name's work at start-up was left by a process that died.
 */
@Component
class NodeName {
  private final String value;

  NodeName(@Value("${inquest.node:}") String configured, @Value("${server.port:8080}") int port)
      throws UnknownHostException {
    this.value = configured.isBlank() ? host() + ':' + suffix(port) : configured;
  }

  private static String host() throws UnknownHostException {
    return InetAddress.getLocalHost().getHostName();
  }

  /** A port the system picks tells processes apart only by chance. */
  private static String suffix(int port) {
    return port == 0 ? UUID.randomUUID().toString() : Integer.toString(port);
  }

  String value() {
    return value;
  }
}
