package dev.inquest.connectors.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/** A bare repository made for a test, written at git's own level so that it can hold anything. */
final class TestRepository {
  private final Path path;

  private TestRepository(Path path) {
    this.path = path;
  }

  /** What stands at a path: its bytes and its mode. */
  static final class Content {
    private final byte[] bytes;
    private final FileMode mode;

    Content(byte[] bytes, FileMode mode) {
      this.bytes = bytes;
      this.mode = mode;
    }

    static Content text(String text) {
      return new Content(text.getBytes(StandardCharsets.UTF_8), FileMode.REGULAR_FILE);
    }
  }

  static TestRepository create(Path path) throws IOException {
    Files.createDirectories(path);
    try (Repository repository = new FileRepository(path.toFile())) {
      repository.create(true);
    }
    return new TestRepository(path);
  }

  String locator() {
    return path.toString();
  }

  Repository open() throws IOException {
    return new FileRepository(path.toFile());
  }

  String commitText(
      String branch, Instant at, String author, String title, Map<String, String> files)
      throws IOException {
    Map<String, Content> contents = new TreeMap<>();
    files.forEach((p, text) -> contents.put(p, Content.text(text)));
    return commit(branch, at, author, title.getBytes(StandardCharsets.UTF_8), contents);
  }

  /** One commit on a branch whose tree is exactly these files. */
  String commit(
      String branch, Instant at, String author, byte[] message, Map<String, Content> files)
      throws IOException {
    try (Repository repository = open();
        ObjectInserter inserter = repository.newObjectInserter()) {
      Ref head = repository.exactRef("refs/heads/" + branch);
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(tree(inserter, files));
      if (head != null) {
        commit.setParentId(head.getObjectId());
      }
      commit.setAuthor(new PersonIdent(author, "a@example.org", at, ZoneOffset.UTC));
      commit.setCommitter(new PersonIdent("committer", "c@example.org", at, ZoneOffset.UTC));
      commit.setMessage(new String(message, StandardCharsets.ISO_8859_1));
      commit.setEncoding(StandardCharsets.ISO_8859_1);
      byte[] raw = commit.build();
      if (java.util.Arrays.equals(
          message, new String(message, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8))) {
        commit.setEncoding(StandardCharsets.UTF_8);
        commit.setMessage(new String(message, StandardCharsets.UTF_8));
        raw = commit.build();
      }
      ObjectId id = inserter.insert(Constants.OBJ_COMMIT, raw);
      inserter.flush();
      move(repository, branch, id);
      return id.name();
    }
  }

  void move(Repository repository, String branch, ObjectId to) throws IOException {
    RefUpdate update = repository.updateRef("refs/heads/" + branch);
    update.setNewObjectId(to);
    update.forceUpdate();
  }

  /** Path to text at the head of a branch; empty where there is no such branch. */
  Map<String, String> filesOf(String branch) throws IOException {
    Map<String, String> found = new TreeMap<>();
    try (Repository repository = open();
        RevWalk revisions = new RevWalk(repository);
        TreeWalk walk = new TreeWalk(repository)) {
      Ref head = repository.exactRef("refs/heads/" + branch);
      if (head == null) {
        return found;
      }
      walk.addTree(revisions.parseCommit(head.getObjectId()).getTree());
      walk.setRecursive(true);
      while (walk.next()) {
        byte[] bytes = repository.open(walk.getObjectId(0)).getBytes();
        found.put(walk.getPathString(), new String(bytes, StandardCharsets.UTF_8));
      }
    }
    return found;
  }

  FileMode modeOf(String branch, String path) throws IOException {
    try (Repository repository = open();
        TreeWalk walk = TreeWalk.forPath(repository, path, head(branch).getTree())) {
      return walk.getFileMode(0);
    }
  }

  RevCommit head(String branch) throws IOException {
    try (Repository repository = open();
        RevWalk revisions = new RevWalk(repository)) {
      Ref head = repository.exactRef("refs/heads/" + branch);
      RevCommit commit = revisions.parseCommit(head.getObjectId());
      revisions.parseBody(commit);
      return commit;
    }
  }

  List<String> parentsOf(String branch) throws IOException {
    List<String> parents = new ArrayList<>();
    for (RevCommit parent : head(branch).getParents()) {
      parents.add(parent.name());
    }
    return parents;
  }

  private static ObjectId tree(ObjectInserter inserter, Map<String, Content> files)
      throws IOException {
    DirCache index = DirCache.newInCore();
    DirCacheBuilder builder = index.builder();
    for (Map.Entry<String, Content> file : files.entrySet()) {
      DirCacheEntry entry = new DirCacheEntry(file.getKey());
      Content content = file.getValue();
      entry.setFileMode(content.mode);
      entry.setObjectId(
          content.mode.equals(FileMode.GITLINK)
              ? ObjectId.fromRaw(content.bytes)
              : inserter.insert(Constants.OBJ_BLOB, content.bytes));
      builder.add(entry);
    }
    builder.finish();
    return index.writeTree(inserter);
  }
}
