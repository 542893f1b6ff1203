package dev.inquest.lab.shop;

import dev.inquest.lab.story.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** The shop's bare repository, and a clone in which its developers work. */
public final class ShopRepository {
  public static final String BRANCH = "main";
  private static final RefSpec PUSH = new RefSpec("HEAD:refs/heads/" + BRANCH);

  private final Path bare;
  private final Path clone;

  public ShopRepository(Path bare, Path clone) {
    this.bare = bare;
    this.clone = clone;
  }

  public Path bare() {
    return bare;
  }

  public void create() throws IOException, GitAPIException {
    Git.init().setBare(true).setInitialBranch(BRANCH).setDirectory(bare.toFile()).call().close();
    try (Git git = Git.init().setInitialBranch(BRANCH).setDirectory(clone.toFile()).call()) {
      git.remoteAdd().setName("origin").setUri(new URIish(bare.toUri().toURL())).call();
    }
  }

  /** Commits on what is the branch's head by now, pushes, and returns the commit's hash. */
  public String commit(Release release, Instant at) throws IOException, GitAPIException {
    try (Git git = Git.open(clone.toFile())) {
      for (Map.Entry<String, String> file : release.files().entrySet()) {
        Path path = clone.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
        git.add().addFilepattern(file.getKey()).call();
      }
      PersonIdent author = person(release.author(), at);
      RevCommit commit =
          git.commit()
              .setMessage(release.title())
              .setAuthor(author)
              .setCommitter(author)
              .setSign(false)
              .call();
      git.push().setRemote("origin").setRefSpecs(PUSH).call();
      return commit.name();
    }
  }

  /** Fast-forwards the branch to a commit that descends from it. */
  public void fastForward(String commit) throws IOException {
    try (Git git = Git.open(bare.toFile());
        RevWalk walk = new RevWalk(git.getRepository())) {
      Repository repository = git.getRepository();
      ObjectId head = repository.resolve("refs/heads/" + BRANCH);
      RevCommit target = walk.parseCommit(ObjectId.fromString(commit));
      if (!walk.isMergedInto(walk.parseCommit(head), target)) {
        throw new IOException(commit + " does not descend from the head of " + BRANCH);
      }
      var update = repository.updateRef("refs/heads/" + BRANCH);
      update.setNewObjectId(target);
      update.setRefLogMessage("merge", false);
      RefUpdate.Result result = update.update();
      if (result != RefUpdate.Result.FAST_FORWARD && result != RefUpdate.Result.NO_CHANGE) {
        throw new IOException("the branch cannot be moved: " + result);
      }
    }
  }

  public String head() throws IOException {
    try (Git git = Git.open(bare.toFile())) {
      return git.getRepository().resolve("refs/heads/" + BRANCH).name();
    }
  }

  /** Writes the tree of a commit to an empty folder. */
  public void export(String commit, Path folder) throws IOException {
    try (Git git = Git.open(bare.toFile());
        RevWalk walk = new RevWalk(git.getRepository());
        TreeWalk tree = new TreeWalk(git.getRepository())) {
      tree.addTree(walk.parseCommit(ObjectId.fromString(commit)).getTree());
      tree.setRecursive(true);
      while (tree.next()) {
        Path file = folder.resolve(tree.getPathString()).normalize();
        if (!file.startsWith(folder)) {
          throw new IOException("a path leaves the checkout: " + tree.getPathString());
        }
        Files.createDirectories(file.getParent());
        Files.write(file, git.getRepository().open(tree.getObjectId(0)).getBytes());
      }
    }
  }

  /** Paths that a commit adds or edits. */
  public List<String> changedIn(String commit) throws IOException {
    List<String> paths = new ArrayList<>();
    try (Git git = Git.open(bare.toFile());
        RevWalk walk = new RevWalk(git.getRepository());
        TreeWalk tree = new TreeWalk(git.getRepository())) {
      RevCommit changed = walk.parseCommit(ObjectId.fromString(commit));
      tree.addTree(changed.getTree());
      tree.addTree(walk.parseCommit(changed.getParent(0)).getTree());
      tree.setRecursive(true);
      tree.setFilter(TreeFilter.ANY_DIFF);
      while (tree.next()) {
        if (!tree.getFileMode(0).equals(FileMode.MISSING)) {
          paths.add(tree.getPathString());
        }
      }
    }
    return paths;
  }

  /** A normal clone, at the head of the branch. */
  public void cloneTo(Path folder) throws GitAPIException {
    Git.cloneRepository()
        .setURI(bare.toUri().toString())
        .setDirectory(folder.toFile())
        .call()
        .close();
  }

  private static PersonIdent person(String author, Instant at) {
    int bracket = author.indexOf('<');
    return new PersonIdent(
        author.substring(0, bracket).strip(),
        author.substring(bracket + 1, author.length() - 1),
        at,
        ZoneOffset.UTC);
  }
}
