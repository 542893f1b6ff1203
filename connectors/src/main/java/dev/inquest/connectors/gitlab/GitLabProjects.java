package dev.inquest.connectors.gitlab;

import dev.inquest.topology.ServiceEntry;
import dev.inquest.topology.ServiceMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which service is deployed from which project: as configured, else by its repository's address.
 */
final class GitLabProjects {
  /**
   * One service's deployments.
   *
   * @param environment only deployments to it; null means to any
   */
  record Tracked(String service, String project, @Nullable String environment) {}

  private GitLabProjects() {}

  static List<Tracked> of(GitLabReadProperties properties, ServiceMap services) {
    List<Tracked> tracked = new ArrayList<>();
    Set<String> named = new HashSet<>();
    for (GitLabReadProperties.Project project : properties.projects()) {
      String environment =
          project.environment() == null
              ? services.find(project.service()).map(ServiceEntry::environment).orElse(null)
              : project.environment();
      tracked.add(new Tracked(project.service(), project.project(), environment));
      named.add(project.service());
    }
    GitLabAddress address = new GitLabAddress(properties.url());
    for (ServiceEntry entry : services.entries()) {
      String repository = entry.repository();
      if (repository != null && !named.contains(entry.name())) {
        address
            .project(repository)
            .ifPresent(p -> tracked.add(new Tracked(entry.name(), p, entry.environment())));
      }
    }
    return List.copyOf(tracked);
  }
}
