package dev.inquest.alert;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One signal from a monitor; an episode is identified by {@code (fingerprint, startsAt)}.
 *
 * @param fingerprint the sender's identity of the label set
 * @param startsAt when the sender says the condition began
 * @param endsAt when it ended; null while firing
 * @param labels untrusted text from the sender, e.g. {@code alertname, service, instance, severity}
 * @param annotations untrusted text from the sender, e.g. {@code summary, runbook_url}
 */
public record Alert(
    String fingerprint,
    Instant startsAt,
    @Nullable Instant endsAt,
    AlertStatus status,
    Map<String, String> labels,
    Map<String, String> annotations) {
  public Alert {
    requireNonNull(fingerprint, "fingerprint");
    requireNonNull(startsAt, "startsAt");
    requireNonNull(status, "status");
    labels = Map.copyOf(labels);
    annotations = Map.copyOf(annotations);
  }

  /** The value of a label, or null where the sender gave none. */
  public @Nullable String label(String name) {
    return labels.get(name);
  }
}
