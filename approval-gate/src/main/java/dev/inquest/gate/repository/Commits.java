package dev.inquest.gate.repository;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Questions about commits of a copy. */
public final class Commits {
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{40}");

  private static final int MAX_STEPS = 2_000;

  private Commits() {}

  /**
   * @param hash full, lower case
   * @throws FailureException {@code commit-unknown}
   */
  public static RevCommit parse(RevWalk walk, String hash) throws IOException {
    if (!HASH.matcher(hash).matches()) {
      throw unknown("the full hash of a commit is needed");
    }
    try {
      return walk.parseCommit(ObjectId.fromString(hash));
    } catch (MissingObjectException e) {
      throw unknown("the branch has no commit " + hash);
    }
  }

  /** Whether {@code commit} is {@code ancestor} itself or descends from it. */
  public static boolean contains(Repository repository, String commit, String ancestor)
      throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      return walk.isMergedInto(parse(walk, ancestor), parse(walk, commit));
    }
  }

  /**
   * The commit of the branch's own line with which {@code ancestor} came into it; looks back {@link
   * #MAX_STEPS} commits.
   */
  public static RevCommit arrival(Repository repository, String head, String ancestor)
      throws IOException {
    try (RevWalk walk = new RevWalk(repository);
        RevWalk asking = new RevWalk(repository)) {
      RevCommit arrived = parse(walk, head);
      for (int step = 0; step < MAX_STEPS && arrived.getParentCount() > 0; step++) {
        RevCommit before = walk.parseCommit(arrived.getParent(0));
        if (!asking.isMergedInto(parse(asking, ancestor), parse(asking, before.name()))) {
          return arrived;
        }
        arrived = before;
      }
      return arrived;
    }
  }

  /** Paths below a folder at a commit, sorted; at most {@code max}, more fails. */
  public static List<String> list(Repository repository, String commit, String folder, int max)
      throws IOException {
    List<String> found = new ArrayList<>();
    try (RevWalk revs = new RevWalk(repository);
        TreeWalk walk = new TreeWalk(repository)) {
      walk.addTree(parse(revs, commit).getTree());
      walk.setRecursive(true);
      walk.setFilter(folder.isEmpty() ? TreeFilter.ALL : PathFilter.create(folder));
      while (walk.next()) {
        found.add(walk.getPathString());
        if (found.size() > max) {
          throw new FailureException(
              Failure.permanent("folder-too-large", folder, "over " + max + " files in " + folder));
        }
      }
    }
    return List.copyOf(found);
  }

  /** Paths that differ between two commits. */
  public static List<String> changedPaths(Repository repository, String from, String to)
      throws IOException {
    List<String> found = new ArrayList<>();
    try (RevWalk revs = new RevWalk(repository);
        TreeWalk walk = new TreeWalk(repository)) {
      walk.addTree(parse(revs, from).getTree());
      walk.addTree(parse(revs, to).getTree());
      walk.setRecursive(true);
      walk.setFilter(TreeFilter.ANY_DIFF);
      while (walk.next()) {
        found.add(walk.getPathString());
      }
    }
    return List.copyOf(found);
  }

  private static FailureException unknown(String why) {
    return new FailureException(Failure.permanent("commit-unknown", "commit", why));
  }
}
