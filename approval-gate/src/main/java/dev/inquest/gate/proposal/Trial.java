package dev.inquest.gate.proposal;

import dev.inquest.failure.FailureException;
import dev.inquest.gate.audit.Sha256;
import dev.inquest.gate.policy.MigrationShape;
import dev.inquest.gate.policy.PathRules;
import dev.inquest.gate.policy.Policy;
import dev.inquest.gate.policy.Risk;
import dev.inquest.gate.policy.SqlLinter;
import dev.inquest.gate.repository.ComputedChange;
import dev.inquest.gate.repository.FileChange;
import dev.inquest.gate.repository.Mirrors;
import dev.inquest.proposal.ProposalDraft;
import dev.inquest.proposal.ProposalKind;
import dev.inquest.proposal.ProposedFile;
import dev.inquest.topology.ServiceEntry;
import dev.inquest.topology.ServiceMap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the gate would say to a request, by its own checks; nothing is stored and nobody is asked.
 */
public final class Trial {
  private final Policy policy;
  private final ServiceMap services;
  private final Admission admission;
  private final MigrationShape migrations;
  private final @Nullable ChangeComputer computer;

  /**
   * @param services empty where the trial is of the policy alone
   * @param mirrors where repositories are read; null where a request is judged by its files alone
   */
  public Trial(Policy policy, ServiceMap services, @Nullable Mirrors mirrors) {
    this.policy = policy;
    this.services = services;
    this.admission = new Admission(services, policy);
    this.migrations = new MigrationShape(new SqlLinter(policy.uniqueIndexes()));
    this.computer = mirrors == null ? null : new ChangeComputer(mirrors, migrations);
  }

  /**
   * @param kind the shape; {@code unknown} where the request cannot be read
   * @param refusal why nobody would be asked; empty where people would be
   * @param risk null where it is refused
   * @param rule of that risk; null where it is refused
   * @param unchecked what only the real gate can check, as it stands
   */
  public record Verdict(
      String kind,
      String service,
      String refusal,
      @Nullable Risk risk,
      Policy.@Nullable Rule rule,
      List<Check> checks,
      List<String> unchecked) {
    public Verdict {
      checks = List.copyOf(checks);
      unchecked = List.copyOf(unchecked);
    }
  }

  /**
   * @param body a request as the agent sends it
   * @throws FailureException only where the repository cannot be reached
   */
  public Verdict judge(String body) {
    return new Run(body).judge();
  }

  /** One request; what was found until its refusal is told with it. */
  private final class Run {
    private final String body;
    private final Checks checks = new Checks();
    private final List<String> unchecked = new ArrayList<>();
    private String kind = "unknown";
    private String service = "";

    Run(String body) {
      this.body = body;
    }

    Verdict judge() {
      try {
        ProposalDraft read = read();
        ServiceEntry target = target(read);
        admission.accept(read);
        change(read, target);
        unchecked.add(
            "that the " + read.evidence().size() + " cited pieces of evidence are stored");
        Risk risk = admission.risk(read);
        return new Verdict(kind, service, "", risk, policy.rule(risk), checks.done(), unchecked);
      } catch (FailureException e) {
        if (e.failure().retryable()) {
          throw e;
        }
        String why = e.failure().code() + ": " + e.failure().message();
        return new Verdict(kind, service, why, null, null, checks.done(), unchecked);
      }
    }

    private ProposalDraft read() {
      ProposalDraft read =
          checks.run(
              "form",
              () -> DraftReader.read(body),
              _ -> "the request is complete, bounded and plain text");
      kind = Admission.text(read.kind());
      service = read.service();
      return read;
    }

    /** Null where there is no service map to look into. */
    private @Nullable ServiceEntry target(ProposalDraft read) {
      if (read.kind() == ProposalKind.PLAYBOOK) {
        unchecked.add("that it starts from the playbooks in use");
        return null;
      }
      if (services.entries().isEmpty()) {
        unchecked.add("that " + read.service() + " is mapped and its mode is propose");
        return null;
      }
      return admission.service(read.service(), checks);
    }

    private void change(ProposalDraft read, @Nullable ServiceEntry target) {
      if (computer != null && target != null) {
        computer.compute(read, target, checks);
        return;
      }
      read.files().forEach(file -> PathRules.check(file.path()));
      if (read.kind() != ProposalKind.PLAYBOOK) {
        unchecked.add("that its base is on the target branch");
      }
      switch (read.kind()) {
        case MIGRATION -> migration(read, target);
        case REVERT -> unchecked.add("that its files are exactly the gate's own revert");
        case PLAYBOOK -> unchecked.add("that its files are valid playbooks");
        case CONFIG -> unchecked.add("what its files change");
      }
    }

    private void migration(ProposalDraft read, @Nullable ServiceEntry target) {
      String mapped = target == null ? null : target.migrations();
      String folder = mapped == null ? parent(read) : mapped;
      if (mapped == null) {
        unchecked.add("that " + folder + " is the service's folder of migrations");
      }
      unchecked.add("that its version is above every other in the repository");
      checks.run(
          "migration",
          () -> migrations.check(asNewFiles(read), folder, List.of()),
          accepted ->
              "two new files in %s that build one index, %s on %s, beside the running work"
                  .formatted(folder, accepted.index(), accepted.table()));
    }

    private static String parent(ProposalDraft read) {
      String path = read.files().isEmpty() ? "" : read.files().getFirst().path();
      int slash = path.lastIndexOf('/');
      return slash < 0 ? "" : path.substring(0, slash);
    }

    private static ComputedChange asNewFiles(ProposalDraft read) {
      List<FileChange> files =
          read.files().stream()
              .sorted(java.util.Comparator.comparing(ProposedFile::path))
              .map(Run::asNewFile)
              .toList();
      return new ComputedChange(read.baseSha(), "", files, "");
    }

    private static FileChange asNewFile(ProposedFile file) {
      String content = file.content();
      return content == null
          ? new FileChange(file.path(), "100644", null, null, null, null)
          : new FileChange(file.path(), null, "100644", null, Sha256.hex(content), content);
    }
  }
}
