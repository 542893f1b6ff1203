package dev.inquest.connectors.gitlab;

import dev.inquest.change.RepositorySource;
import dev.inquest.connectors.resilience.FailureCodes;
import dev.inquest.connectors.resilience.ForeignText;
import dev.inquest.evidence.CheckResult;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gitlab4j.api.models.Commit;
import org.gitlab4j.api.models.RepositoryFile;
import org.gitlab4j.api.models.TreeItem;

/** Reads files of the projects of one GitLab through its API. */
public final class GitLabRepositorySource implements RepositorySource {
  private static final Set<String> FILE_MODES = Set.of("100644", "100755");

  private final GitLabConnection connection;
  private final GitLabAddress address;
  private final GitLabReadCheck check;

  GitLabRepositorySource(
      GitLabConnection connection, GitLabAddress address, List<GitLabProjects.Tracked> tracked) {
    this.connection = connection;
    this.address = address;
    this.check = new GitLabReadCheck(connection, tracked);
  }

  @Override
  public String name() {
    return "gitlab";
  }

  @Override
  public CheckResult check() {
    return check.run();
  }

  @Override
  public boolean reads(String repository) {
    return address.project(repository).isPresent();
  }

  @Override
  public String head(String repository, String branch) {
    String project = project(repository);
    return connection.call(
        api -> api.getRepositoryApi().getBranch(project, branch).getCommit().getId());
  }

  @Override
  public List<String> list(String repository, String commit, String folder, int max) {
    String project = project(repository);
    checkHash(commit);
    String below = folder.replaceAll("^/{1,100}|/{1,100}$", "");
    List<String> found = new ArrayList<>();
    Optional<TreeApi.Page> page = page(project, commit, below, "1");
    if (page.isEmpty()) {
      checkThere(project, commit);
    }
    while (page.isPresent()) {
      for (TreeItem item : page.get().items()) {
        if (item.getType() == TreeItem.Type.BLOB && FILE_MODES.contains(item.getMode())) {
          found.add(item.getPath());
        }
      }
      String next = page.get().next();
      page =
          next == null || found.size() >= max
              ? Optional.empty()
              : page(project, commit, below, next);
    }
    return found.stream().limit(max).sorted().toList();
  }

  @Override
  public Optional<String> read(String repository, String commit, String path, int maxBytes) {
    String project = project(repository);
    checkHash(commit);
    if (path.isBlank() || List.of(path.split("/", -1)).contains("..")) {
      return Optional.empty();
    }
    Optional<RepositoryFile> info =
        connection.find(api -> api.getRepositoryFileApi().getFileInfo(project, path, commit));
    if (info.isEmpty()) {
      checkThere(project, commit);
      return Optional.empty();
    }
    if (info.get().getSize() == null || info.get().getSize() > maxBytes) {
      throw refused(ForeignText.line(path, 200) + " is over " + maxBytes + " bytes");
    }
    RepositoryFile file =
        connection.call(api -> api.getRepositoryFileApi().getFile(project, path, commit));
    return Optional.of(text(path, file.getDecodedContentAsBytes()));
  }

  @Override
  public boolean contains(String repository, String commit, String ancestor) {
    String project = project(repository);
    checkHash(commit);
    checkHash(ancestor);
    Commit base =
        connection.call(
            api -> api.getRepositoryApi().getMergeBase(project, List.of(ancestor, commit)));
    return ancestor.equals(base.getId());
  }

  private Optional<TreeApi.Page> page(String project, String commit, String below, String number) {
    return connection.find(api -> new TreeApi(api).page(project, commit, below, number));
  }

  /** Tells a commit that is not there from a path that is not in it: GitLab answers both 404. */
  private void checkThere(String project, String commit) {
    connection.call(api -> api.getRepositoryApi().compare(project, commit, commit, null, true));
  }

  private String project(String repository) {
    return address
        .project(repository)
        .orElseThrow(() -> refused("the repository is not on this GitLab"));
  }

  private static String text(String path, byte[] bytes) {
    for (byte one : bytes) {
      if (one == 0) {
        throw refused(ForeignText.line(path, 200) + " is not text");
      }
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static void checkHash(String commit) {
    if (!commit.matches("[0-9a-f]{40}|[0-9a-f]{64}")) {
      throw refused("a commit is named by its full hash");
    }
  }

  private static FailureException refused(String message) {
    return new FailureException(Failure.permanent(FailureCodes.REFUSED, "gitlab", message));
  }
}
