package dev.inquest.gate.web;

import dev.inquest.gate.decision.Approver;
import dev.inquest.gate.decision.DecisionCommand;
import dev.inquest.gate.decision.DecisionOutcome;
import dev.inquest.gate.decision.Decisions;
import dev.inquest.gate.proposal.Proposal;
import dev.inquest.gate.proposal.ProposalStore;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** What people read and decide; works without JavaScript. */
@Controller
public final class ProposalPages {
  private static final int SHOWN = 100;

  private final ProposalStore proposals;
  private final ProposalViews views;
  private final Decisions decisions;

  public ProposalPages(ProposalStore proposals, ProposalViews views, Decisions decisions) {
    this.proposals = proposals;
    this.views = views;
    this.decisions = decisions;
  }

  @GetMapping("/proposals")
  public String list(Model model, Authentication authentication) {
    List<ProposalView> found =
        proposals.list(null, Cursors.instant(null), SHOWN).stream()
            .map(each -> views.view(each, SignedIn.approver(authentication)))
            .toList();
    model.addAttribute("waiting", found.stream().filter(ProposalView::asked).toList());
    model.addAttribute("others", found.stream().filter(each -> !each.asked()).toList());
    model.addAttribute("person", authentication.getName());
    return "gate/proposals";
  }

  @GetMapping("/proposals/{id}")
  public String one(
      @PathVariable String id,
      Model model,
      Authentication authentication,
      HttpServletResponse response) {
    Optional<Proposal> found = proposals.find(id);
    model.addAttribute("person", authentication.getName());
    if (found.isEmpty()) {
      response.setStatus(HttpStatus.NOT_FOUND.value());
      return "gate/unknown";
    }
    model.addAttribute("p", views.view(found.get(), SignedIn.approver(authentication)));
    return "gate/proposal";
  }

  @PostMapping("/proposals/{id}/decisions")
  public RedirectView decide(
      @PathVariable String id,
      @RequestParam @Nullable String decision,
      @RequestParam @Nullable String digest,
      @RequestParam(required = false) @Nullable String reason,
      Authentication authentication,
      RedirectAttributes flash) {
    flash.addFlashAttribute("said", said(id, decision, digest, reason, authentication));
    RedirectView back = new RedirectView("/proposals/{id}", true);
    back.setStatusCode(HttpStatus.SEE_OTHER);
    flash.addAttribute("id", id);
    return back;
  }

  private String said(
      String id,
      @Nullable String decision,
      @Nullable String digest,
      @Nullable String reason,
      Authentication authentication) {
    DecisionCommand.Choice choice = Choices.parse(decision);
    if (choice == null || digest == null || ProposalApi.tooLong(reason)) {
      return "That was no decision. Nothing was recorded.";
    }
    Approver approver = SignedIn.approver(authentication);
    String why = reason == null || reason.isBlank() ? null : reason.strip();
    return sentence(
        decisions.decide(
            new DecisionCommand(id, digest, choice, approver, DecisionCommand.Via.PAGE, why)));
  }

  private static String sentence(DecisionOutcome outcome) {
    return switch (outcome) {
      case DecisionOutcome.Recorded recorded ->
          "Your decision is recorded."
              + (recorded.note() == null ? "" : " Note: " + recorded.note() + ".");
      case DecisionOutcome.AlreadyDecided already ->
          "Nothing changed: it is " + already.state() + Choices.by(already.by()) + ".";
      case DecisionOutcome.Refused refused -> "Not recorded: " + refused.why() + ".";
      case DecisionOutcome.Unknown _ -> "There is no such proposal.";
    };
  }
}
