package dev.inquest.connectors.git;

import dev.inquest.connectors.resilience.ForeignText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilter;

/** One open repository, read without a work tree. Symbolic links and submodules are no files. */
final class GitRepository implements AutoCloseable {
  private final String locator;
  private final Repository repository;

  GitRepository(String locator, Repository repository) {
    this.locator = locator;
    this.repository = repository;
  }

  Repository jgit() {
    return repository;
  }

  ObjectId head(String branch) throws IOException {
    // The exact ref: a branch's name is never read as a revision expression.
    Ref ref = repository.exactRef("refs/heads/" + branch);
    if (ref == null || ref.getObjectId() == null) {
      throw GitFailures.refused(locator, "there is no branch " + ForeignText.line(branch, 100));
    }
    return ref.getObjectId();
  }

  boolean has(String commit) throws IOException {
    return repository.getObjectDatabase().has(id(commit));
  }

  List<String> list(String commit, String folder, int max) throws IOException {
    List<String> found = new ArrayList<>();
    try (RevWalk revisions = new RevWalk(repository);
        TreeWalk walk = new TreeWalk(repository)) {
      walk.addTree(tree(revisions, commit));
      walk.setRecursive(true);
      String below = trimmed(folder);
      if (!below.isEmpty()) {
        walk.setFilter(PathFilter.create(below));
      }
      while (found.size() < max && walk.next()) {
        if (isFile(walk.getFileMode(0)) && !walk.getPathString().equals(below)) {
          found.add(walk.getPathString());
        }
      }
    }
    return found.stream().sorted().toList();
  }

  Optional<String> read(String commit, String path, int maxBytes) throws IOException {
    try (RevWalk revisions = new RevWalk(repository)) {
      RevTree tree = tree(revisions, commit);
      String wanted = trimmed(path);
      if (wanted.isEmpty()) {
        return Optional.empty();
      }
      try (TreeWalk walk = TreeWalk.forPath(repository, wanted, tree)) {
        return walk == null || !isFile(walk.getFileMode(0))
            ? Optional.empty()
            : Optional.of(text(path, walk.getObjectId(0), maxBytes));
      }
    }
  }

  boolean contains(String commit, String ancestor) throws IOException {
    try (RevWalk revisions = new RevWalk(repository)) {
      RevCommit older = revisions.parseCommit(id(ancestor));
      return revisions.isMergedInto(older, revisions.parseCommit(id(commit)));
    }
  }

  @Override
  public void close() {
    repository.close();
  }

  private String text(String path, ObjectId blob, int maxBytes) throws IOException {
    ObjectLoader loader = repository.open(blob);
    if (loader.getSize() > maxBytes) {
      throw GitFailures.refused(
          locator, ForeignText.line(path, 200) + " is over " + maxBytes + " bytes");
    }
    byte[] bytes = loader.getBytes();
    if (RawText.isBinary(bytes)) {
      throw GitFailures.refused(locator, ForeignText.line(path, 200) + " is not text");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private RevTree tree(RevWalk revisions, String commit) throws IOException {
    return revisions.parseCommit(id(commit)).getTree();
  }

  private ObjectId id(String commit) {
    if (!ObjectId.isId(commit)) {
      throw GitFailures.refused(locator, "a commit is named by its full hash");
    }
    return ObjectId.fromString(commit);
  }

  private static boolean isFile(FileMode mode) {
    return mode.equals(FileMode.REGULAR_FILE) || mode.equals(FileMode.EXECUTABLE_FILE);
  }

  private static String trimmed(String path) {
    return path.replaceAll("^/{1,100}|/{1,100}$", "");
  }
}
