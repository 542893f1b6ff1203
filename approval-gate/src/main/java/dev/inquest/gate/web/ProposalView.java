package dev.inquest.gate.web;

import dev.inquest.gate.decision.DecisionStore.Decided;
import dev.inquest.gate.proposal.Check;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as a page shows it, in the reader's order.
 *
 * @param incidentUrl the page with the evidence, on the agent's origin; null where not known
 * @param verdict one sentence
 * @param status one sentence: where it stands and what happens next
 * @param mayDecide whether the reader's roles let them decide
 * @param moving whether something is expected to happen by itself within seconds
 */
public record ProposalView(
    String id,
    String incident,
    @Nullable String incidentUrl,
    String service,
    String kind,
    String state,
    String title,
    String verdict,
    String status,
    @Nullable String reason,
    List<Check> checks,
    List<Line> stated,
    List<Line> against,
    List<DiffFile> diff,
    String rollback,
    String message,
    String description,
    String risk,
    int needed,
    String digest,
    String target,
    String base,
    Times.Shown created,
    Times.Shown expires,
    List<Decision> decisions,
    @Nullable String mergeRequest,
    @Nullable String branch,
    boolean linkable,
    boolean paused,
    boolean mayDecide,
    boolean moving) {
  public ProposalView {
    checks = List.copyOf(checks);
    stated = List.copyOf(stated);
    against = List.copyOf(against);
    diff = List.copyOf(diff);
    decisions = List.copyOf(decisions);
  }

  public boolean asked() {
    return state.equals("asked");
  }

  /** A statement with its name in words. */
  public record Line(String name, String text) {
    static Line of(Map.Entry<String, String> stated) {
      return new Line(stated.getKey().replace('_', ' ').replace('-', ' '), stated.getValue());
    }
  }

  /** Who decided what, when. */
  public record Decision(Decided decided, Times.Shown at) {}
}
