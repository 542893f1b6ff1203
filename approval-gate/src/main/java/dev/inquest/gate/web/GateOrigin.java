package dev.inquest.gate.web;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where people reach the gate, and the agent's pages beside it.
 *
 * @param publicUrl without a slash at its end
 * @param agentUrl likewise; null where the gate was not told
 */
public record GateOrigin(String publicUrl, @Nullable String agentUrl) {
  private static final Pattern PLAIN_ID = Pattern.compile("[A-Za-z0-9-]{1,100}");

  public GateOrigin {
    publicUrl = bare(publicUrl);
    agentUrl = agentUrl == null ? null : bare(agentUrl);
  }

  private static String bare(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  /** The incident's page; null where it is not known. The id is the agent's word. */
  @Nullable String incidentUrl(String incident) {
    return agentUrl == null || !PLAIN_ID.matcher(incident).matches()
        ? null
        : agentUrl + "/incidents/" + incident;
  }

  /** Whether cookies may travel encrypted only. */
  boolean secure() {
    return "https".equals(URI.create(publicUrl).getScheme());
  }
}
