package dev.inquest.connectors.git;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.gate.actuator.Actuation;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** The branch of one actuation in a local repository: one commit on the base. */
record ProposedBranch(Repository repository, Actuation actuation) {
  private static final String WHO = "Inquest";
  private static final String EMAIL = "inquest@localhost";

  String name() {
    return actuation.branch();
  }

  /** The branch's head, where it is one commit on the base with the proposed tree. */
  Optional<String> sameAsProposed() throws IOException {
    Ref ref = repository.exactRef(ref());
    if (ref == null || ref.getObjectId() == null) {
      return Optional.empty();
    }
    try (RevWalk walk = new RevWalk(repository);
        ObjectInserter computing = new IdsOnly()) {
      RevCommit head = walk.parseCommit(ref.getObjectId());
      ObjectId tree = tree(walk, computing);
      boolean same =
          head.getParentCount() == 1
              && head.getParent(0).name().equals(actuation.baseSha())
              && head.getTree().equals(tree);
      return same ? Optional.of(head.name()) : Optional.empty();
    }
  }

  /**
   * Creates the branch, or takes the one of an earlier try.
   *
   * @throws FailureException {@code actuation-conflict} where a branch of that name holds something
   *     else
   */
  String create(Instant at) throws IOException {
    Optional<String> earlier = sameAsProposed();
    if (earlier.isPresent()) {
      return earlier.get();
    }
    ObjectId commit = commit(at);
    RefUpdate update = repository.updateRef(ref());
    update.setExpectedOldObjectId(ObjectId.zeroId());
    update.setNewObjectId(commit);
    update.setRefLogIdent(person(at));
    update.setRefLogMessage("proposal " + actuation.proposal(), false);
    RefUpdate.Result result = update.update();
    return result == RefUpdate.Result.NEW ? commit.name() : lost(result);
  }

  MergeRequestFile request(String commit) {
    return new MergeRequestFile(
        name(),
        actuation.targetBranch(),
        commit,
        actuation.title(),
        actuation.description(),
        "open");
  }

  private String lost(RefUpdate.Result result) throws IOException {
    return sameAsProposed()
        .orElseThrow(() ->
            new FailureException(
                new Failure(
                    "actuation-conflict",
                    actuation.proposal(),
                    "the branch " + name() + " is there and holds something else",
                    result == RefUpdate.Result.LOCK_FAILURE && !exists())));
  }

  private boolean exists() {
    try {
      return repository.exactRef(ref()) != null;
    } catch (IOException e) {
      throw GitFailures.map("local-repository", e);
    }
  }

  private ObjectId commit(Instant at) throws IOException {
    try (RevWalk walk = new RevWalk(repository);
        ObjectInserter inserter = repository.newObjectInserter()) {
      checkTarget(walk);
      CommitBuilder commit = new CommitBuilder();
      commit.setParentId(ObjectId.fromString(actuation.baseSha()));
      commit.setTreeId(tree(walk, inserter));
      commit.setAuthor(person(at));
      commit.setCommitter(person(at));
      commit.setMessage(actuation.message());
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      return id;
    }
  }

  private ObjectId tree(RevWalk walk, ObjectInserter inserter) throws IOException {
    return ProposedTree.write(repository, inserter, base(walk).getTree(), actuation.files());
  }

  private void checkTarget(RevWalk walk) throws IOException {
    Ref target = repository.exactRef("refs/heads/" + actuation.targetBranch());
    if (target == null || !walk.isMergedInto(base(walk), walk.parseCommit(target.getObjectId()))) {
      throw refused("the base is not part of the branch " + actuation.targetBranch());
    }
  }

  private RevCommit base(RevWalk walk) throws IOException {
    if (!ObjectId.isId(actuation.baseSha())) {
      throw refused("the base is not named by its full hash");
    }
    return walk.parseCommit(ObjectId.fromString(actuation.baseSha()));
  }

  private FailureException refused(String message) {
    return new FailureException(
        Failure.permanent("actuation-refused", actuation.proposal(), message));
  }

  private String ref() {
    return "refs/heads/" + name();
  }

  private static PersonIdent person(Instant at) {
    return new PersonIdent(WHO, EMAIL, at, ZoneOffset.UTC);
  }
}
