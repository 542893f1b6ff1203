package dev.inquest.proposal;

import dev.inquest.change.RepositorySource;
import dev.inquest.diagnosis.Cause;
import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.failure.FailureException;
import dev.inquest.investigation.Gathered;
import dev.inquest.investigation.ProposeResult;
import dev.inquest.investigation.Scope;
import dev.inquest.investigation.Sources;
import dev.inquest.limit.Budget;
import dev.inquest.playbook.Catalogue;
import dev.inquest.playbook.Playbook;
import dev.inquest.topology.Mode;
import dev.inquest.topology.ServiceEntry;
import dev.inquest.topology.ServiceMap;
import dev.inquest.verification.Examined;
import dev.inquest.verification.Witness;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The smallest safe change for an identified cause, or why there is none. */
public final class ProposeStage {
  private final Catalogue catalogue;

  public ProposeStage(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  public ProposeResult propose(
      String incident,
      Scope scope,
      Gathered gathered,
      Diagnosis diagnosis,
      List<Examined> examined,
      ServiceMap services,
      Sources sources,
      Witness witness,
      Budget budget) {
    if (!(diagnosis instanceof Diagnosis.Identified)) {
      return nothing("No cause was identified.");
    }
    Cause cause = diagnosis.details().causes().getFirst();
    Optional<Examined> account =
        examined.stream().filter(e -> e.hypothesis().id().equals(cause.hypothesis())).findFirst();
    ServiceEntry entry =
        cause.service() == null ? null : services.find(cause.service()).orElse(null);
    String refusal = refusal(cause, entry);
    if (refusal != null || entry == null || account.isEmpty()) {
      return nothing(refusal == null ? "The account of the cause is lost." : refusal);
    }
    String repository = entry.repository();
    Optional<RepositorySource> source =
        sources.repositories().stream()
            .filter(candidate -> repository != null && candidate.reads(repository))
            .findFirst();
    if (repository == null || source.isEmpty()) {
      return nothing("No repository of " + entry.name() + " can be read.");
    }
    try {
      budget.spendQuery("repository");
      String head = source.get().head(repository, entry.branch());
      return draft(
          new Ground(
              incident,
              scope,
              gathered,
              diagnosis,
              cause,
              account.get(),
              entry,
              repository,
              source.get(),
              head,
              witness));
    } catch (FailureException e) {
      return nothing("The repository could not be read: " + e.failure().message());
    }
  }

  private ProposeResult draft(Ground ground) {
    Optional<Playbook.Propose> propose =
        catalogue
            .find(ground.examined().hypothesis().playbook())
            .flatMap(playbook -> Optional.ofNullable(playbook.propose()));
    if (propose.isEmpty()) {
      return nothing("The playbook proposes nothing for this cause.");
    }
    return switch (propose.get().kind()) {
      case "migration" ->
          propose.get().template().equals("create-index-concurrently")
              ? IndexMigration.draft(ground)
              : nothing("No such template: " + propose.get().template() + ".");
      case "revert" -> RevertDraft.draft(ground);
      default -> nothing("Proposals of the kind " + propose.get().kind() + " are not written yet.");
    };
  }

  private static @Nullable String refusal(Cause cause, @Nullable ServiceEntry entry) {
    if (cause.service() == null) {
      return "No service is named that a change could be proposed for.";
    }
    if (entry == null) {
      return cause.service() + " is not in the service map.";
    }
    return entry.mode() == Mode.PROPOSE
        ? null
        : "The mode of " + entry.name() + " is observe: nothing is asked for.";
  }

  private static ProposeResult nothing(String why) {
    return new ProposeResult.Nothing(why);
  }
}
