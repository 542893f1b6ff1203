package dev.inquest.gate.channel;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person is asked. The order is the reader's: verdict, cause, facts, against, change, risk.
 *
 * @param button opaque id bound to proposal, digest, revision and workspace
 * @param checked what the gate checked itself, a line each
 * @param stated what the agent states and the gate cannot check, a line each
 * @param against evidence against, or what was not checked
 * @param state of the proposal: {@code asked} shows buttons, anything else shows the outcome
 * @param outcome e.g. {@code approved by Ada at …}; null while asked
 */
public record Card(
    String proposal,
    String incident,
    String button,
    int revision,
    String title,
    String verdict,
    String digest,
    String risk,
    List<String> checked,
    List<String> stated,
    List<String> against,
    String diff,
    String rollback,
    String pageUrl,
    Instant expires,
    String state,
    @Nullable String outcome) {
  public Card {
    checked = List.copyOf(checked);
    stated = List.copyOf(stated);
    against = List.copyOf(against);
  }
}
