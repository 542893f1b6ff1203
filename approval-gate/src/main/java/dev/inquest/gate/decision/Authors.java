package dev.inquest.gate.decision;

import dev.inquest.gate.proposal.Proposal;
import dev.inquest.gate.repository.Commits;
import dev.inquest.gate.repository.Mirrors;
import java.util.Set;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Who wrote and who committed the change held to be the culprit, as the repository names them. */
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
        .read(repository -> {
          try (RevWalk walk = new RevWalk(repository)) {
            RevCommit commit = Commits.parse(walk, culprit);
            String author = commit.getAuthorIdent().getEmailAddress();
            String committer = commit.getCommitterIdent().getEmailAddress();
            return author.equals(committer) ? Set.of(author) : Set.of(author, committer);
          }
        });
  }
}
