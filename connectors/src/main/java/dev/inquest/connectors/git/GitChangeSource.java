package dev.inquest.connectors.git;

import dev.inquest.change.Change;
import dev.inquest.change.ChangeAnswer;
import dev.inquest.change.ChangeQuery;
import dev.inquest.change.ChangeSource;
import dev.inquest.connectors.resilience.Redacted;
import dev.inquest.evidence.CheckResult;
import dev.inquest.failure.FailureException;
import dev.inquest.topology.ServiceEntry;
import dev.inquest.topology.ServiceMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The commits on the branches that services are deployed from: each landing on the branch is one
 * change, a merge with all that it brought. A commit of a repository that several services share
 * belongs to those whose paths it touches, and names none where they are more than one.
 */
public final class GitChangeSource implements ChangeSource {
  private final GitRepositories repositories;
  private final GitProperties properties;
  private final ServiceMap services;
  private final GitRepositorySource files;

  public GitChangeSource(
      GitRepositories repositories, GitProperties properties, ServiceMap services) {
    this.repositories = repositories;
    this.properties = properties;
    this.services = services;
    this.files = new GitRepositorySource(repositories, services);
  }

  @Override
  public String name() {
    return "git";
  }

  @Override
  public CheckResult check() {
    return files.check();
  }

  @Override
  public ChangeAnswer changes(ChangeQuery query) {
    List<Change> found = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    Map<Branch, List<ServiceEntry>> branches = byBranch(query);
    List<FailureException> failures = new ArrayList<>();
    branches.forEach((branch, owners) -> {
      try {
        CommitWalk walk = new CommitWalk(properties, query, owners, warnings);
        found.addAll(
            repositories.read(branch.locator(), Freshness.RECENT, r -> walk.of(r, branch.name())));
      } catch (FailureException e) {
        failures.add(e);
        warnings.add(e.failure().subject() + " is not read: " + e.failure().message());
      }
    });
    if (!failures.isEmpty() && failures.size() == branches.size()) {
      throw failures.getFirst();
    }
    found.sort(Comparator.comparing(Change::at));
    return new ChangeAnswer(
        "git log --first-parent "
            + branches.keySet()
            + " "
            + query.window().from()
            + ".."
            + query.window().to(),
        newest(found, query.max(), warnings),
        warnings);
  }

  private static List<Change> newest(List<Change> found, int max, List<String> warnings) {
    if (found.size() <= max) {
      return found;
    }
    warnings.add("older commits are left out: more than " + max);
    return found.subList(found.size() - max, found.size());
  }

  private record Branch(String locator, String name) {
    @Override
    public String toString() {
      return Redacted.text(locator) + "#" + name;
    }
  }

  private Map<Branch, List<ServiceEntry>> byBranch(ChangeQuery query) {
    Map<Branch, List<ServiceEntry>> branches =
        new TreeMap<>(Comparator.comparing(Branch::locator).thenComparing(Branch::name));
    for (ServiceEntry entry : services.entries()) {
      String locator = entry.repository();
      boolean wanted = query.services().isEmpty() || query.services().contains(entry.name());
      if (wanted && locator != null && GitLocator.parse(locator).isPresent()) {
        branches
            .computeIfAbsent(new Branch(locator, entry.branch()), b -> new ArrayList<>())
            .add(entry);
      }
    }
    return branches;
  }
}
