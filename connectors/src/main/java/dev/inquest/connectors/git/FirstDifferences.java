package dev.inquest.connectors.git;

import java.io.IOException;
import org.eclipse.jgit.errors.StopWalkException;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Lets a bounded number of differing files through, then ends the walk. */
final class FirstDifferences extends TreeFilter {
  private final int max;
  private int passed;
  private boolean cut;

  FirstDifferences(int max) {
    this.max = max;
  }

  boolean cut() {
    return cut;
  }

  @Override
  public boolean include(TreeWalk walker) throws IOException {
    if (!ANY_DIFF.include(walker)) {
      return false;
    }
    if (!walker.isSubtree() && passed++ == max) {
      cut = true;
      throw StopWalkException.INSTANCE;
    }
    return true;
  }

  @Override
  public boolean shouldBeRecursive() {
    return false;
  }

  /** Counts, so it must not be shared between walks. */
  @Override
  public TreeFilter clone() {
    return new FirstDifferences(max);
  }
}
