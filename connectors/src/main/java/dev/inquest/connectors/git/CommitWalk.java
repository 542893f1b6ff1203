package dev.inquest.connectors.git;

import dev.inquest.change.Change;
import dev.inquest.change.ChangeKind;
import dev.inquest.change.ChangeQuery;
import dev.inquest.connectors.resilience.ForeignText;
import dev.inquest.topology.ServiceEntry;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/** One branch's commits in a window, for the services that are deployed from it. */
record CommitWalk(
    GitProperties properties, ChangeQuery query, List<ServiceEntry> owners, List<String> warnings) {
  private static final int MAX_WALKED_COMMITS = 20_000;

  /** Clocks of committers differ: so many commits before the window are looked past. */
  private static final int SLOP_COMMITS = 50;

  private static final int MAX_NAME_CHARS = 200;
  private static final int MAX_TITLE_CHARS = 500;

  List<Change> of(GitRepository opened, String branch) throws IOException {
    Repository repository = opened.jgit();
    Map<String, String> tags = GitTags.byCommit(repository);
    List<Change> found = new ArrayList<>();
    try (RevWalk walk = new RevWalk(repository)) {
      walk.setFirstParent(true);
      walk.markStart(walk.parseCommit(opened.head(branch)));
      int before = 0;
      int walked = 0;
      for (RevCommit commit : walk) {
        if (before > SLOP_COMMITS || found.size() > query.max()) {
          break;
        }
        if (++walked > MAX_WALKED_COMMITS) {
          warnings.add("only the newest " + MAX_WALKED_COMMITS + " commits were looked at");
          break;
        }
        Instant at = at(commit);
        before = at.isBefore(query.window().from()) ? before + 1 : 0;
        if (query.window().contains(at)) {
          add(repository, commit, tags.get(commit.name()), found);
        }
      }
    }
    return found;
  }

  private void add(
      Repository repository, RevCommit commit, @Nullable String tag, List<Change> found)
      throws IOException {
    GitDiff diff =
        GitDiff.of(repository, commit, properties.maxFiles(), (int) properties.maxDiff().toBytes());
    List<ServiceEntry> touched = owners.stream().filter(o -> touches(o, diff)).toList();
    if (touched.isEmpty()) {
      return;
    }
    if (diff.cut()) {
      warnings.add("the diff of " + commit.name() + " is cut");
    }
    found.add(change(commit, tag, diff, touched));
  }

  private static Change change(
      RevCommit commit, @Nullable String tag, GitDiff diff, List<ServiceEntry> touched) {
    PersonIdent author = commit.getAuthorIdent();
    return new Change(
        commit.name(),
        ChangeKind.COMMIT,
        at(commit),
        touched.size() == 1 ? touched.getFirst().name() : null,
        tag,
        commit.name(),
        author == null ? null : ForeignText.line(author.getName(), MAX_NAME_CHARS),
        ForeignText.line(commit.getShortMessage(), MAX_TITLE_CHARS),
        diff.files(),
        diff.text(),
        List.of());
  }

  private static Instant at(RevCommit commit) {
    return Instant.ofEpochSecond(commit.getCommitTime());
  }

  /** A service without paths owns all of its repository; a file not named may be anyone's. */
  private static boolean touches(ServiceEntry owner, GitDiff diff) {
    return owner.paths().isEmpty()
        || !diff.allFiles()
        || diff.files().stream().anyMatch(f -> owner.paths().stream().anyMatch(p -> below(f, p)));
  }

  private static boolean below(String file, String folder) {
    String plain = folder.replaceAll("^(?:\\./|/)|/{1,100}$", "");
    return plain.isEmpty() || file.equals(plain) || file.startsWith(plain + "/");
  }
}
