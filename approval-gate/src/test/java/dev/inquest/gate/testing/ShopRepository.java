package dev.inquest.gate.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;

/** A bare repository of a small shop, written without a work tree. */
public final class ShopRepository {
  public static final String MIGRATIONS = "src/main/resources/db/migration";

  private final Path folder;

  private ShopRepository(Path folder) {
    this.folder = folder;
  }

  /** With three migrations and a source file on {@code main}. */
  public static ShopRepository create(Path folder) {
    ShopRepository shop = new ShopRepository(folder);
    try (Repository repository = new FileRepositoryBuilder().setGitDir(folder.toFile()).build()) {
      repository.create(true);
      repository.updateRef(Constants.HEAD).link("refs/heads/main");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        MIGRATIONS + "/V1__orders.sql", "CREATE TABLE orders (id bigint, customer bigint);\n");
    files.put(MIGRATIONS + "/V2__items.sql", "CREATE TABLE items (id bigint);\n");
    files.put(MIGRATIONS + "/V10__more.sql", "CREATE INDEX orders_by_id ON orders (id);\n");
    files.put("src/main/java/Shop.java", "class Shop {\n  int pool = 10;\n}\n");
    files.put("pom.xml", "<project/>\n");
    shop.commit("First", files);
    return shop;
  }

  public String locator() {
    return folder.toString();
  }

  public String head(String branch) {
    try (Repository repository = open()) {
      ObjectId id = repository.resolve("refs/heads/" + branch);
      return id == null ? "" : id.name();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Commits to main; a null content deletes, {@code link:…} is a symbolic link, {@code #!…}
   * executable, {@code module:<hash>} a submodule.
   */
  public String commit(String message, Map<String, ? extends @Nullable String> files) {
    return commit("main", head("main"), message, "Dev <dev@shop.test>", files);
  }

  public String commit(
      String branch,
      String parent,
      String message,
      String author,
      Map<String, ? extends @Nullable String> files) {
    List<String> parents = parent.isEmpty() ? List.of() : List.of(parent);
    return commit(branch, parents, message, author, files);
  }

  /** Merges another commit into main, whose files are then main's besides these. */
  public String merge(String other, String author, Map<String, ? extends @Nullable String> files) {
    return commit("main", List.of(head("main"), other), "Merge", author, files);
  }

  private String commit(
      String branch,
      List<String> parents,
      String message,
      String author,
      Map<String, ? extends @Nullable String> files) {
    try (Repository repository = open();
        ObjectInserter inserter = repository.newObjectInserter()) {
      DirCacheEditor editor =
          base(repository, parents.isEmpty() ? "" : parents.getFirst()).editor();
      for (Map.Entry<String, ? extends @Nullable String> file : files.entrySet()) {
        editor.add(edit(inserter, file.getKey(), file.getValue()));
      }
      editor.finish();
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(editor.getDirCache().writeTree(inserter));
      commit.setParentIds(parents.stream().map(ObjectId::fromString).toList());
      commit.setAuthor(person(author));
      commit.setCommitter(person(author));
      commit.setMessage(message);
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      update(repository, branch, id);
      return id.name();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PersonIdent person(String author) {
    int open = author.indexOf(" <");
    return new PersonIdent(
        author.substring(0, open), author.substring(open + 2, author.length() - 1));
  }

  private static DirCache base(Repository repository, String parent) throws IOException {
    if (parent.isEmpty()) {
      return DirCache.newInCore();
    }
    try (RevWalk walk = new RevWalk(repository);
        ObjectReader reader = repository.newObjectReader()) {
      return DirCache.read(reader, walk.parseCommit(ObjectId.fromString(parent)).getTree());
    }
  }

  private static DirCacheEditor.PathEdit edit(
      ObjectInserter inserter, String path, @Nullable String content) throws IOException {
    if (content == null) {
      return new DirCacheEditor.DeletePath(path);
    }
    FileMode mode = mode(content);
    ObjectId blob =
        mode.equals(FileMode.GITLINK)
            ? ObjectId.fromString(content.substring("module:".length()))
            : inserter.insert(Constants.OBJ_BLOB, content.getBytes(StandardCharsets.UTF_8));
    return new DirCacheEditor.PathEdit(path) {
      @Override
      public void apply(DirCacheEntry entry) {
        entry.setFileMode(mode);
        entry.setObjectId(blob);
      }
    };
  }

  private static FileMode mode(String content) {
    if (content.startsWith("link:")) {
      return FileMode.SYMLINK;
    }
    if (content.startsWith("module:")) {
      return FileMode.GITLINK;
    }
    return content.startsWith("#!") ? FileMode.EXECUTABLE_FILE : FileMode.REGULAR_FILE;
  }

  private static void update(Repository repository, String branch, ObjectId id) throws IOException {
    RefUpdate update = repository.updateRef("refs/heads/" + branch);
    update.setNewObjectId(id);
    update.setForceUpdate(true);
    update.update();
  }

  private Repository open() throws IOException {
    return new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare().build();
  }
}
