package dev.inquest.connectors.git;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.gate.actuator.ActuationPaths;
import dev.inquest.proposal.ProposedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevTree;

/**
 * The tree of a base with exactly the given files added, changed or deleted. Only plain files at
 * clean paths: nothing outside the repository, no {@code .git} in any spelling, no file where a
 * folder is, no symbolic link, no submodule, no change of mode.
 */
final class ProposedTree {
  private final DirCache index;
  private final ObjectInserter inserter;

  private ProposedTree(DirCache index, ObjectInserter inserter) {
    this.index = index;
    this.inserter = inserter;
  }

  /**
   * Writes blobs and trees into the inserter and returns the root's id.
   *
   * @throws FailureException {@code actuation-path} for a path or file that is not allowed
   */
  static ObjectId write(
      Repository repository, ObjectInserter inserter, RevTree base, List<ProposedFile> files)
      throws IOException {
    DirCache index = DirCache.newInCore();
    DirCacheBuilder builder = index.builder();
    try (ObjectReader reader = repository.newObjectReader()) {
      builder.addTree(new byte[0], DirCacheEntry.STAGE_0, reader, base);
    }
    builder.finish();
    ObjectId tree = new ProposedTree(index, inserter).apply(files);
    if (tree.equals(base)) {
      throw new FailureException(
          Failure.permanent(
              "actuation-refused", "local-repository", "the files are already so at the base"));
    }
    return tree;
  }

  private ObjectId apply(List<ProposedFile> files) throws IOException {
    ActuationPaths.check(files);
    DirCacheEditor editor = index.editor();
    for (ProposedFile file : files) {
      editor.add(edit(file));
    }
    Set<String> given = files.stream().map(ProposedFile::path).collect(Collectors.toSet());
    for (ProposedFile file : files) {
      checkPlace(file.path(), given);
    }
    editor.finish();
    return index.writeTree(inserter);
  }

  private DirCacheEditor.PathEdit edit(ProposedFile file) throws IOException {
    DirCacheEntry present = index.getEntry(file.path());
    if (present != null && !isPlain(present.getFileMode())) {
      throw ActuationPaths.refused(file.path(), "is a link or a submodule");
    }
    String content = file.content();
    if (content == null) {
      if (present == null) {
        throw ActuationPaths.refused(file.path(), "is to be deleted but is not there");
      }
      return new DirCacheEditor.DeletePath(file.path());
    }
    ObjectId blob = inserter.insert(Constants.OBJ_BLOB, content.getBytes(StandardCharsets.UTF_8));
    return new PutFile(file.path(), blob);
  }

  /** No folder stands there, and no file stands where a folder would have to. */
  private void checkPlace(String path, Set<String> given) {
    if (index.getEntriesWithin(path).length > 0 && index.getEntry(path) == null) {
      throw ActuationPaths.refused(path, "is a folder");
    }
    for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
      String folder = path.substring(0, slash);
      if (index.getEntry(folder) != null || given.contains(folder)) {
        throw ActuationPaths.refused(folder, "is a file, not a folder");
      }
    }
  }

  private static boolean isPlain(FileMode mode) {
    return mode.equals(FileMode.REGULAR_FILE) || mode.equals(FileMode.EXECUTABLE_FILE);
  }

  /** Keeps the mode of a file that is there. */
  private static final class PutFile extends DirCacheEditor.PathEdit {
    private final ObjectId blob;

    private PutFile(String path, ObjectId blob) {
      super(path);
      this.blob = blob;
    }

    @Override
    public void apply(DirCacheEntry entry) {
      if (entry.getRawMode() == 0) {
        entry.setFileMode(FileMode.REGULAR_FILE);
      }
      entry.setObjectId(blob);
    }
  }
}
