package dev.inquest.app.playbooks;

import dev.inquest.app.storage.Proposals;
import dev.inquest.app.storage.StoredJson;
import dev.inquest.gate.playbook.PlaybookFiles;
import dev.inquest.proposal.ProposalDraft;
import dev.inquest.proposal.ProposalKind;
import dev.inquest.proposal.ProposedFile;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the gate for other playbooks. It is the gate that judges, and people who decide. */
@Component
class AskForPlaybooks {
  /** Where such proposals stand among those of incidents. */
  static final String SUBJECT = "playbooks";

  private static final String BACK =
      "`inquest playbooks rollback` goes back to the playbooks in use before; no restart is needed.";

  private final Proposals proposals;

  AskForPlaybooks(Proposals proposals) {
    this.proposals = proposals;
  }

  /**
   * A whole new catalogue.
   *
   * @param from digest of the catalogue it was made from
   */
  UUID adopt(
      String from,
      PlaybookFiles files,
      String title,
      String description,
      Map<String, String> stated) {
    List<ProposedFile> all =
        files.texts().entrySet().stream()
            .map(file -> new ProposedFile(file.getKey(), file.getValue()))
            .toList();
    UUID request = UUID.randomUUID();
    ask(request, from, all, null, title, description, stated);
    return request;
  }

  /**
   * Back to what was in use before; the gate itself knows what that is.
   *
   * @param request the same for the same reason, so that it is asked once
   * @param leaves the version to leave
   * @param from the digest of its catalogue
   */
  void revert(
      UUID request,
      String leaves,
      String from,
      String title,
      String description,
      Map<String, String> stated) {
    ask(request, from, List.of(), leaves, title, description, stated);
  }

  private void ask(
      UUID request,
      String from,
      List<ProposedFile> files,
      @Nullable String leaves,
      String title,
      String description,
      Map<String, String> stated) {
    ProposalDraft draft =
        new ProposalDraft(
            ProposalKind.PLAYBOOK,
            SUBJECT,
            SUBJECT,
            from,
            files,
            leaves,
            title,
            title,
            description,
            BACK,
            List.of(),
            stated);
    proposals.ask(request, SUBJECT, StoredJson.write(draft));
  }
}
