package dev.inquest.gate.proposal;

import dev.inquest.gate.policy.MigrationShape;
import dev.inquest.gate.policy.PathRules;
import dev.inquest.gate.policy.Refused;
import dev.inquest.gate.policy.RevertShape;
import dev.inquest.gate.repository.Commits;
import dev.inquest.gate.repository.ComputedChange;
import dev.inquest.gate.repository.Mirror;
import dev.inquest.gate.repository.Mirrors;
import dev.inquest.gate.repository.Trees;
import dev.inquest.proposal.ProposalDraft;
import dev.inquest.topology.ServiceEntry;
import java.util.List;

/** Computes the change on the head of the target branch, and judges it by its shape. */
public final class ChangeComputer {
  private static final int MAX_MIGRATIONS = 5_000;

  private final Mirrors mirrors;
  private final MigrationShape migrations;

  public ChangeComputer(Mirrors mirrors, MigrationShape migrations) {
    this.mirrors = mirrors;
    this.migrations = migrations;
  }

  ComputedChange compute(ProposalDraft draft, ServiceEntry service, Checks checks) {
    String repository = service.repository();
    if (repository == null) {
      throw Refused.because(
          "repository-unmapped", service.name(), service.name() + " has no repository");
    }
    Mirror mirror = mirrors.of(repository);
    String head = mirror.fetch(service.branch());
    checks.run(
        "base",
        () -> base(mirror, draft, service, head),
        base -> "computed on " + base.substring(0, 12) + ", the head of " + service.branch());
    return switch (draft.kind()) {
      case MIGRATION -> migration(mirror, head, draft, service, checks);
      case REVERT -> revert(mirror, head, draft, checks);
      case CONFIG, PLAYBOOK ->
          throw Refused.because("shape-not-accepted", "kind", "this shape is not accepted yet");
    };
  }

  private static String base(
      Mirror mirror, ProposalDraft draft, ServiceEntry service, String head) {
    if (!mirror.read(repository -> Commits.contains(repository, head, draft.baseSha()))) {
      throw Refused.because(
          "base-not-on-branch",
          draft.baseSha(),
          "its base is not on the branch " + service.branch());
    }
    return head;
  }

  private ComputedChange migration(
      Mirror mirror, String head, ProposalDraft draft, ServiceEntry service, Checks checks) {
    String folder = service.migrations();
    if (folder == null) {
      throw Refused.because(
          "migrations-unmapped", service.name(), service.name() + " has no folder of migrations");
    }
    draft.files().forEach(file -> PathRules.check(file.path()));
    ComputedChange change = mirror.read(copy -> Trees.write(copy, head, draft.files()));
    List<String> existing = mirror.read(copy -> Commits.list(copy, head, folder, MAX_MIGRATIONS));
    checks.run(
        "migration",
        () -> migrations.check(change, folder, existing),
        accepted ->
            "two new files in %s that build one index, %s on %s, beside the running work"
                .formatted(folder, accepted.index(), accepted.table()));
    return change;
  }

  private static ComputedChange revert(
      Mirror mirror, String head, ProposalDraft draft, Checks checks) {
    String culprit = draft.revertOf();
    if (culprit == null) {
      throw Refused.because("revert-of-what", "revertOf", "a revert must name its commit");
    }
    return checks.run(
        "revert",
        () -> {
          ComputedChange own = mirror.read(copy -> Trees.revert(copy, head, culprit));
          RevertShape.check(own, draft.files());
          return own;
        },
        own -> "exactly the gate's own revert of " + culprit.substring(0, 12));
  }
}
