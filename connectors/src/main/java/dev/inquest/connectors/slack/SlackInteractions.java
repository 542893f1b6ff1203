package dev.inquest.connectors.slack;

import dev.inquest.gate.decision.Approver;
import dev.inquest.gate.decision.DecisionCommand;
import dev.inquest.gate.decision.DecisionOutcome;
import dev.inquest.gate.decision.Decisions;
import dev.inquest.gate.decision.Identities;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /slack/interactions}: verifies signature, timestamp, workspace and person, in that
 * order, then decides once. The card itself is rewritten by the gate after the decision.
 */
@RestController
public final class SlackInteractions {
  private static final Logger LOG = LoggerFactory.getLogger(SlackInteractions.class);

  /** Slack's payloads are far smaller. */
  private static final int MAX_BYTES = 1 << 20;

  private final SlackSignature signature;
  private final @Nullable String team;
  private final Identities identities;
  private final Decisions decisions;

  SlackInteractions(
      SlackSignature signature, @Nullable String team, Identities identities, Decisions decisions) {
    this.signature = signature;
    this.team = team;
    this.identities = identities;
    this.decisions = decisions;
  }

  /** Raw bytes first: reading a form parameter would destroy what was signed. */
  @PostMapping("/slack/interactions")
  public ResponseEntity<?> click(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1);
    if (body.length > MAX_BYTES) {
      return problem(HttpStatus.CONTENT_TOO_LARGE, "the body is over 1 MiB");
    }
    if (!signature.verifies(
        request.getHeader("X-Slack-Request-Timestamp"),
        request.getHeader("X-Slack-Signature"),
        body)) {
      return problem(HttpStatus.UNAUTHORIZED, "the signature or its timestamp does not hold");
    }
    try {
      return SlackPayload.read(body).map(this::decide).orElse(ResponseEntity.ok().build());
    } catch (IllegalArgumentException e) {
      return problem(HttpStatus.BAD_REQUEST, "not an interaction: " + e.getMessage());
    }
  }

  private ResponseEntity<?> decide(SlackClick click) {
    if (team == null || !team.equals(click.team())) {
      return refuse("clicks count only from the configured workspace");
    }
    Optional<Approver> approver = identities.bySlack(click.team(), click.user());
    if (approver.isEmpty()) {
      return refuse("this Slack user is not mapped to a person who may decide");
    }
    Optional<Decisions.ButtonTarget> target = decisions.button(click.button());
    if (target.isEmpty() || !click.team().equals(target.get().workspace())) {
      return refuse("this button belongs to no open proposal of this workspace");
    }
    return answer(
        decisions.decide(
            new DecisionCommand(
                target.get().proposal(),
                target.get().digest(),
                click.choice(),
                approver.get(),
                DecisionCommand.Via.SLACK,
                null,
                target.get().revision())));
  }

  private static ResponseEntity<?> answer(DecisionOutcome outcome) {
    return switch (outcome) {
      case DecisionOutcome.Recorded _ -> ResponseEntity.ok().build();
      // A second click is no error: the card shows who decided.
      case DecisionOutcome.AlreadyDecided _ -> ResponseEntity.ok().build();
      case DecisionOutcome.Refused refused -> refuse(refused.why());
      case DecisionOutcome.Unknown _ -> refuse("this proposal is gone");
    };
  }

  private static ResponseEntity<?> refuse(String why) {
    LOG.warn("Slack click refused: {}", why);
    return problem(HttpStatus.FORBIDDEN, why);
  }

  private static ResponseEntity<?> problem(HttpStatus status, String detail) {
    return ResponseEntity.status(status).body(ProblemDetail.forStatusAndDetail(status, detail));
  }
}
