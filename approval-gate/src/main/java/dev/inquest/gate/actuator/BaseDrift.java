package dev.inquest.gate.actuator;

import dev.inquest.gate.proposal.Proposal;
import dev.inquest.gate.repository.Commits;
import dev.inquest.gate.repository.Mirror;
import dev.inquest.proposal.ProposedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a yes given on one base still holds on the branch as it is now: the base must be an
 * ancestor of the head, and nothing touched or guarded may have changed in between.
 */
public final class BaseDrift {
  private final List<String> guarded;

  /**
   * @param guarded paths and folders that must not have changed, by policy
   */
  public BaseDrift(List<String> guarded) {
    this.guarded = List.copyOf(guarded);
  }

  /** Why the yes no longer holds; empty where it does. */
  public Optional<String> since(Proposal proposal, Mirror mirror, String head) {
    String base = proposal.baseSha();
    if (base.equals(head)) {
      return Optional.empty();
    }
    if (!mirror.read(copy -> Commits.contains(copy, head, base))) {
      return Optional.of("the branch was rewritten: the base is no longer part of it");
    }
    List<String> watched = watched(proposal);
    return mirror.read(copy -> Commits.changedPaths(copy, base, head)).stream()
        .filter(path -> watched.stream().anyMatch(each -> covers(each, path)))
        .findFirst()
        .map(path -> "the branch moved on, and " + path + " changed");
  }

  private List<String> watched(Proposal proposal) {
    List<String> watched = new ArrayList<>(guarded);
    for (ProposedFile file : proposal.body().files()) {
      watched.add(file.path());
      if (proposal.kind().equals("migration")) {
        watched.add(file.path().substring(0, file.path().lastIndexOf('/') + 1));
      }
    }
    return watched;
  }

  private static boolean covers(String watched, String path) {
    String folder = watched.endsWith("/") ? watched : watched + "/";
    return path.equals(watched) || path.startsWith(folder);
  }
}
