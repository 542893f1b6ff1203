package dev.inquest.connectors.git;

import dev.inquest.connectors.resilience.ForeignText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * What a commit did to its first parent, bounded.
 *
 * @param files paths touched, in git's order
 * @param text unified diff
 * @param allFiles whether every path touched is named
 * @param cut whether a limit left something out
 */
record GitDiff(List<String> files, String text, boolean allFiles, boolean cut) {
  /** Larger files are named as binary: a line-by-line comparison would cost too much. */
  private static final int MAX_COMPARED_BYTES = 512 * 1024;

  GitDiff {
    files = List.copyOf(files);
  }

  static GitDiff of(Repository repository, RevCommit commit, int maxFiles, int maxBytes)
      throws IOException {
    FirstDifferences filter = new FirstDifferences(maxFiles);
    try (RevWalk revisions = new RevWalk(repository);
        TreeWalk walk = new TreeWalk(repository)) {
      if (commit.getParentCount() == 0) {
        walk.addTree(new EmptyTreeIterator());
      } else {
        walk.addTree(revisions.parseCommit(commit.getParent(0)).getTree());
      }
      walk.addTree(revisions.parseCommit(commit).getTree());
      walk.setRecursive(true);
      walk.setFilter(filter);
      List<DiffEntry> entries = DiffEntry.scan(walk);
      BoundedBytes out = format(repository, entries, maxBytes);
      List<String> files = entries.stream().map(GitDiff::path).toList();
      String text = ForeignText.block(out.toString(StandardCharsets.UTF_8), maxBytes);
      return new GitDiff(files, text, !filter.cut(), filter.cut() || out.full());
    }
  }

  private static BoundedBytes format(Repository repository, List<DiffEntry> entries, int maxBytes)
      throws IOException {
    BoundedBytes out = new BoundedBytes(maxBytes);
    HistogramDiff algorithm = new HistogramDiff();
    // Without the slow fallback, whose time is quadratic in a hostile file.
    algorithm.setFallbackAlgorithm(null);
    try (DiffFormatter formatter = new DiffFormatter(out)) {
      formatter.setRepository(repository);
      formatter.setDiffAlgorithm(algorithm);
      formatter.setBinaryFileThreshold(MAX_COMPARED_BYTES);
      for (DiffEntry entry : entries) {
        if (out.full()) {
          break;
        }
        formatter.format(entry);
      }
      formatter.flush();
    }
    return out;
  }

  private static String path(DiffEntry entry) {
    String path =
        entry.getChangeType() == DiffEntry.ChangeType.DELETE
            ? entry.getOldPath()
            : entry.getNewPath();
    return ForeignText.block(path, 4_096);
  }
}
