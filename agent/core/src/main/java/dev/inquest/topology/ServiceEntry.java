package dev.inquest.topology;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the operator says of one service: an entry of {@code inquest.services[]}.
 *
 * @param repository a git locator: a path, a {@code file://} or {@code https://} URL
 * @param branch the branch that is deployed from; {@code main} where not said
 * @param paths folders of the repository that belong to the service; empty means all
 * @param migrations the folder of its Flyway migrations
 * @param databases names of database targets
 */
public record ServiceEntry(
    String name,
    List<String> aliases,
    @Nullable String environment,
    @Nullable String repository,
    String branch,
    List<String> paths,
    @Nullable String migrations,
    List<String> databases,
    List<String> owners,
    @Nullable String channel,
    @Nullable String runbook,
    Mode mode) {
  public ServiceEntry {
    requireNonNull(name, "name");
    requireNonNull(branch, "branch");
    requireNonNull(mode, "mode");
    aliases = List.copyOf(aliases);
    paths = List.copyOf(paths);
    databases = List.copyOf(databases);
    owners = List.copyOf(owners);
  }
}
