package dev.inquest.app.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/** A bare repository with one migration on {@code main}, where merge requests are opened. */
final class BareShop {
  private final Path folder;

  private BareShop(Path folder) {
    this.folder = folder;
  }

  static BareShop in(Path folder) throws IOException, GitAPIException {
    Path work = folder.resolve("work");
    Path bare = folder.resolve("shop.git");
    Path migrations = Files.createDirectories(work.resolve("db/migration"));
    Files.writeString(migrations.resolve("V1__orders.sql"), "CREATE TABLE orders (id bigint);\n");
    try (Git git = Git.init().setInitialBranch("main").setDirectory(work.toFile()).call()) {
      git.add().addFilepattern(".").call();
      git.commit().setMessage("First").setAuthor("Dev", "dev@shop.test").setSign(false).call();
    }
    Git.cloneRepository()
        .setBare(true)
        .setURI(work.toUri().toString())
        .setDirectory(bare.toFile())
        .call()
        .close();
    return new BareShop(bare);
  }

  String locator() {
    return folder.toString();
  }

  String head(String branch) throws IOException {
    try (Repository repository = open()) {
      return repository.resolve(Constants.R_HEADS + branch).name();
    }
  }

  /** Branches that Inquest made. */
  List<String> proposed() throws IOException {
    try (Repository repository = open()) {
      return repository.getRefDatabase().getRefsByPrefix(Constants.R_HEADS + "inquest/").stream()
          .map(Ref::getName)
          .map(Repository::shortenRefName)
          .toList();
    }
  }

  /** Parents of a branch's head, full hashes. */
  List<String> parents(String branch) throws IOException {
    try (Repository repository = open();
        RevWalk walk = new RevWalk(repository)) {
      RevCommit head = walk.parseCommit(repository.resolve(Constants.R_HEADS + branch));
      return List.of(head.getParents()).stream().map(RevCommit::name).toList();
    }
  }

  Map<String, String> files(String branch) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Repository repository = open();
        RevWalk revs = new RevWalk(repository);
        TreeWalk walk = new TreeWalk(repository)) {
      walk.addTree(revs.parseCommit(repository.resolve(Constants.R_HEADS + branch)).getTree());
      walk.setRecursive(true);
      while (walk.next()) {
        byte[] bytes = repository.open(walk.getObjectId(0)).getBytes();
        files.put(walk.getPathString(), new String(bytes, UTF_8));
      }
    }
    return files;
  }

  private Repository open() throws IOException {
    return new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare().build();
  }
}
