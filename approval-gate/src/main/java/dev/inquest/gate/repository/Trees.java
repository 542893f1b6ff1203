package dev.inquest.gate.repository;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.proposal.ProposedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.merge.MergeStrategy;
import org.eclipse.jgit.merge.ThreeWayMerger;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Computes the tree a proposal would lead to, in the gate's copy, without a work tree. */
public final class Trees {
  private Trees() {}

  /** The base with these files written or removed. */
  public static ComputedChange write(Repository repository, String base, List<ProposedFile> files)
      throws IOException {
    try (RevWalk walk = new RevWalk(repository);
        ObjectInserter inserter = repository.newObjectInserter()) {
      RevCommit commit = Commits.parse(walk, base);
      DirCache cache = DirCache.read(walk.getObjectReader(), commit.getTree());
      DirCacheEditor editor = cache.editor();
      for (ProposedFile file : files) {
        editor.add(edit(inserter, file));
      }
      editor.finish();
      ObjectId tree = cache.writeTree(inserter);
      inserter.flush();
      return TreeDiff.between(repository, commit, tree);
    }
  }

  private static DirCacheEditor.PathEdit edit(ObjectInserter inserter, ProposedFile file)
      throws IOException {
    String content = file.content();
    if (content == null) {
      return new DirCacheEditor.DeletePath(file.path());
    }
    ObjectId blob = inserter.insert(Constants.OBJ_BLOB, content.getBytes(StandardCharsets.UTF_8));
    return new DirCacheEditor.PathEdit(file.path()) {
      @Override
      public void apply(DirCacheEntry entry) {
        if (entry.getRawMode() == 0) {
          entry.setFileMode(FileMode.REGULAR_FILE);
        }
        entry.setObjectId(blob);
      }
    };
  }

  /**
   * The base without what one commit did.
   *
   * @throws FailureException {@code revert-impossible}: a merge, a first commit, not part of the
   *     base, or in conflict with what came after
   */
  public static ComputedChange revert(Repository repository, String base, String culprit)
      throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      RevCommit head = Commits.parse(walk, base);
      RevCommit bad = Commits.parse(walk, culprit);
      if (!walk.isMergedInto(bad, head)) {
        throw impossible(culprit, "the commit is not part of the base");
      }
      if (bad.getParentCount() != 1) {
        throw impossible(culprit, "only a commit with exactly one parent can be reverted");
      }
      ThreeWayMerger merger = MergeStrategy.RECURSIVE.newMerger(repository, true);
      merger.setBase(bad.getTree());
      if (!merger.merge(head, bad.getParent(0))) {
        throw impossible(culprit, "reverting it conflicts with later changes");
      }
      return TreeDiff.between(repository, head, merger.getResultTreeId());
    }
  }

  private static FailureException impossible(String commit, String why) {
    return new FailureException(Failure.permanent("revert-impossible", commit, why));
  }
}
