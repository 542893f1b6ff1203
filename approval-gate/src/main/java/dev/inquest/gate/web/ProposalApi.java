package dev.inquest.gate.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.inquest.gate.decision.DecisionCommand;
import dev.inquest.gate.decision.DecisionOutcome;
import dev.inquest.gate.decision.Decisions;
import dev.inquest.gate.proposal.Proposal;
import dev.inquest.gate.proposal.ProposalStore;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/proposals}: what is asked, and the decision. */
@RestController
@RequestMapping("/api/v1/proposals")
public final class ProposalApi {
  private static final int MAX_REASON_CHARS = 2_000;

  private final ProposalStore proposals;
  private final ProposalViews views;
  private final Decisions decisions;

  public ProposalApi(ProposalStore proposals, ProposalViews views, Decisions decisions) {
    this.proposals = proposals;
    this.views = views;
    this.decisions = decisions;
  }

  /** What a person or their token posts. */
  public record Body(
      @JsonProperty(required = true) @Nullable String decision,
      @JsonProperty(required = true) @Nullable String digest,
      @Nullable String reason) {}

  @GetMapping
  public Map<String, @Nullable Object> list(
      @RequestParam(required = false) @Nullable String incident,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    int bounded = Cursors.clamp(limit);
    List<Proposal> found = proposals.list(incident, Cursors.instant(cursor), bounded);
    Map<String, @Nullable Object> page = new LinkedHashMap<>();
    page.put("items", found.stream().map(views::json).toList());
    page.put("next", found.size() < bounded ? null : Cursors.of(found.getLast().createdAt()));
    return page;
  }

  @GetMapping("/{id}")
  public ResponseEntity<?> one(@PathVariable String id) {
    return proposals
        .find(id)
        .<ResponseEntity<?>>map(proposal -> ResponseEntity.ok(views.json(proposal)))
        .orElseGet(() -> ApiErrors.problem(HttpStatus.NOT_FOUND, "there is no such proposal"));
  }

  @PostMapping("/{id}/decisions")
  public ResponseEntity<?> decide(
      @PathVariable String id,
      @RequestBody Body body,
      Authentication authentication,
      HttpServletRequest request) {
    DecisionCommand.Choice choice = Choices.parse(body.decision());
    String digest = body.digest();
    String reason = body.reason();
    if (choice == null || digest == null || tooLong(reason)) {
      return ApiErrors.problem(
          HttpStatus.BAD_REQUEST,
          "decision (approve or reject) and digest are needed; a reason has at most "
              + MAX_REASON_CHARS
              + " characters");
    }
    DecisionCommand.Via via =
        BearerFilter.carriesToken(request) ? DecisionCommand.Via.API : DecisionCommand.Via.PAGE;
    return answer(
        decisions.decide(
            new DecisionCommand(
                id, digest, choice, SignedIn.approver(authentication), via, reason)));
  }

  static boolean tooLong(@Nullable String reason) {
    return reason != null && reason.length() > MAX_REASON_CHARS;
  }

  private ResponseEntity<?> answer(DecisionOutcome outcome) {
    return switch (outcome) {
      case DecisionOutcome.Recorded recorded -> ResponseEntity.ok(recordedJson(recorded));
      case DecisionOutcome.AlreadyDecided already ->
          ApiErrors.problem(
              HttpStatus.CONFLICT, "it is " + already.state() + Choices.by(already.by()));
      case DecisionOutcome.Refused refused ->
          ApiErrors.problem(Choices.status(refused.code()), refused.code(), refused.why());
      case DecisionOutcome.Unknown _ ->
          ApiErrors.problem(HttpStatus.NOT_FOUND, "there is no such proposal");
    };
  }

  private static Map<String, @Nullable Object> recordedJson(DecisionOutcome.Recorded recorded) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("proposal", recorded.proposal());
    json.put("state", recorded.state());
    json.put("note", recorded.note());
    return json;
  }
}
