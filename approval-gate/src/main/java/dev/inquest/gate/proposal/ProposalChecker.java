package dev.inquest.gate.proposal;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.gate.audit.Sha256;
import dev.inquest.gate.playbook.PlaybookShape;
import dev.inquest.gate.policy.Policy;
import dev.inquest.gate.policy.Refused;
import dev.inquest.gate.policy.Risk;
import dev.inquest.gate.repository.ComputedChange;
import dev.inquest.gate.repository.FileChange;
import dev.inquest.proposal.ProposalDraft;
import dev.inquest.proposal.ProposalKind;
import dev.inquest.proposal.ProposedFile;
import dev.inquest.topology.ServiceEntry;
import dev.inquest.topology.ServiceMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns a request into a proposal, from the gate's own service map, repository and policy. */
public final class ProposalChecker {
  private final Admission admission;
  private final ChangeComputer computer;
  private final EvidenceRoot evidence;
  private final @Nullable PlaybookShape playbooks;

  /**
   * @param playbooks null where proposals of playbooks are refused
   */
  public ProposalChecker(
      ServiceMap services,
      Policy policy,
      ChangeComputer computer,
      EvidenceRoot evidence,
      @Nullable PlaybookShape playbooks) {
    this.admission = new Admission(services, policy);
    this.computer = computer;
    this.evidence = evidence;
    this.playbooks = playbooks;
  }

  /**
   * @param incident as the request's own column says
   * @throws FailureException only where a retry can help, e.g. the repository cannot be reached
   */
  public CheckedProposal check(String incident, String body) {
    Run run = new Run(incident, body);
    try {
      return run.check();
    } catch (FailureException e) {
      if (e.failure().retryable()) {
        throw e;
      }
      return run.refused(e.failure());
    }
  }

  /** Refuses a request that could not be checked for too long. */
  public CheckedProposal givenUp(String incident, String body, Failure last) {
    return new Run(incident, body).refused(last);
  }

  /** One request on its way; what is known so far is stored with a refusal. */
  private final class Run {
    private final String incident;
    private final String request;
    private final Checks checks = new Checks();
    private @Nullable ProposalDraft draft;
    private @Nullable ServiceEntry service;
    private @Nullable ComputedChange change;

    Run(String incident, String request) {
      this.incident = incident;
      this.request = request;
    }

    CheckedProposal check() {
      ProposalDraft read = read();
      draft = read;
      boolean ofPlaybooks = read.kind() == ProposalKind.PLAYBOOK;
      ServiceEntry target =
          ofPlaybooks ? PlaybookShape.TARGET : admission.service(read.service(), checks);
      service = target;
      admission.accept(read);
      ComputedChange computed =
          ofPlaybooks ? playbooks(read) : computer.compute(read, target, checks);
      change = computed;
      String root =
          checks.run(
              "evidence",
              () -> evidence.of(incident, read.evidence()),
              _ -> read.evidence().size() + " cited pieces of evidence are stored");
      return proposal(admission.risk(read), "", root);
    }

    CheckedProposal refused(Failure failure) {
      return proposal(Risk.HIGH, failure.code() + ": " + failure.message(), "");
    }

    private ComputedChange playbooks(ProposalDraft read) {
      PlaybookShape shape = playbooks;
      if (shape == null) {
        throw Refused.because(
            "shape-not-accepted", "playbook", "this gate does not know the playbooks");
      }
      return checks.run(
          "playbooks",
          () -> shape.check(read),
          found ->
              "%d playbooks change; the catalogue after it, %s, is valid and starts from the one in use"
                  .formatted(found.files().size(), found.tree().substring(0, 12)));
    }

    private ProposalDraft read() {
      ProposalDraft read =
          checks.run(
              "form",
              () -> DraftReader.read(request),
              _ -> "the request is complete, bounded and plain text");
      if (!read.incident().equals(incident)) {
        throw Refused.because("incident-differs", incident, "the request names another incident");
      }
      return read;
    }

    private CheckedProposal proposal(Risk risk, String refusal, String evidenceRoot) {
      ProposalDraft read = draft;
      ServiceEntry target = service;
      ComputedChange computed = change;
      String repository = target == null ? "" : Objects.requireNonNullElse(target.repository(), "");
      String branch = target == null ? "" : target.branch();
      String digest =
          read == null || computed == null
              ? Sha256.hex(request)
              : ProposalDigest.of(repository, branch, computed, texts(read));
      return new CheckedProposal(
          incident,
          read == null ? "unknown" : Admission.text(read.kind()),
          target == null ? "" : target.name(),
          repository,
          branch,
          computed == null ? "" : computed.base(),
          digest,
          risk,
          refusal,
          body(read, computed, evidenceRoot));
    }

    private ProposalBody body(
        @Nullable ProposalDraft read, @Nullable ComputedChange computed, String evidenceRoot) {
      if (read == null) {
        return new ProposalBody(
            List.of(), "", "", "", "", "", checks.done(), Map.of(), List.of(), "", null, "");
      }
      return new ProposalBody(
          computed == null ? List.of() : computed.files().stream().map(Run::file).toList(),
          read.message(),
          read.title(),
          read.description(),
          read.rollback(),
          computed == null ? "" : computed.diff(),
          checks.done(),
          read.stated(),
          read.evidence(),
          evidenceRoot,
          read.revertOf(),
          computed == null ? "" : computed.tree());
    }

    private static ProposalDigest.Texts texts(ProposalDraft read) {
      return new ProposalDigest.Texts(
          read.message(), read.title(), read.description(), read.rollback());
    }

    private static ProposedFile file(FileChange file) {
      return new ProposedFile(file.path(), file.content());
    }
  }
}
