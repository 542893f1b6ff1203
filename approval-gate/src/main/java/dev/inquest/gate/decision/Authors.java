package dev.inquest.gate.decision;

import dev.inquest.gate.proposal.Proposal;
import dev.inquest.gate.repository.Commits;
import dev.inquest.gate.repository.Mirrors;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Who wrote, committed and merged the change held to be the culprit, as the repository says. */
public final class Authors {
  private final Mirrors mirrors;

  public Authors(Mirrors mirrors) {
    this.mirrors = mirrors;
  }

  /** Their addresses; empty where no culprit is known. */
  public Set<String> addresses(Proposal proposal) {
    String culprit = proposal.body().culprit();
    if (culprit == null) {
      return Set.of();
    }
    return mirrors
        .of(proposal.repository())
        .read(repository -> addresses(repository, proposal.baseSha(), culprit));
  }

  private static Set<String> addresses(Repository repository, String base, String culprit)
      throws IOException {
    Set<String> addresses = new TreeSet<>();
    try (RevWalk walk = new RevWalk(repository)) {
      RevCommit commit = Commits.parse(walk, culprit);
      addresses.add(commit.getAuthorIdent().getEmailAddress());
      addresses.add(commit.getCommitterIdent().getEmailAddress());
    }
    RevCommit arrived = Commits.arrival(repository, base, culprit);
    if (arrived.getParentCount() > 1) {
      // The committer of a merge is often the forge itself.
      addresses.add(arrived.getAuthorIdent().getEmailAddress());
    }
    return addresses;
  }
}
