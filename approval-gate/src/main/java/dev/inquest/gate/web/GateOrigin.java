package dev.inquest.gate.web;

import java.net.URI;

/**
 * Where people reach the gate.
 *
 * @param publicUrl without a slash at its end
 */
public record GateOrigin(String publicUrl) {
  public GateOrigin {
    publicUrl =
        publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
  }

  /** Whether cookies may travel encrypted only. */
  boolean secure() {
    return "https".equals(URI.create(publicUrl).getScheme());
  }
}
