package dev.inquest.lab.serve;

import java.net.URI;
import java.nio.file.Path;

/**
 * How to reach one Inquest; made anew for each run, kept for a resumed one.
 *
 * @param alertToken for the alert webhook
 * @param eventToken for told deploys
 * @param otlpToken for telemetry
 * @param apiToken may view and label; a browser gives it as the password
 * @param person who may sign in on the gate's pages
 */
public record Access(
    int agentPort,
    int gatePort,
    String alertToken,
    String eventToken,
    String otlpToken,
    String apiToken,
    String person,
    String password) {
  public URI agent() {
    return URI.create("http://127.0.0.1:" + agentPort);
  }

  public URI gate() {
    return URI.create("http://127.0.0.1:" + gatePort);
  }

  /** The folders of one Inquest. */
  public record Folders(Path home, Path configuration, Path passwordFile, Path log) {}
}
