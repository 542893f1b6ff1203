package dev.inquest.app.config;

import dev.inquest.topology.Mode;
import dev.inquest.topology.ServiceEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One entry of {@code inquest.services[]} as written; see {@link ServiceEntry}. */
public record ServiceProperties(
    String name,
    @Nullable List<String> aliases,
    @Nullable String environment,
    @Nullable String repository,
    @Nullable String branch,
    @Nullable List<String> paths,
    @Nullable String migrations,
    @Nullable List<String> databases,
    @Nullable List<String> owners,
    @Nullable String channel,
    @Nullable String runbook,
    @Nullable Mode mode) {

  ServiceEntry entry(Mode standard) {
    return new ServiceEntry(
        name,
        orEmpty(aliases),
        environment,
        repository,
        branch == null ? "main" : branch,
        orEmpty(paths),
        migrations,
        orEmpty(databases),
        orEmpty(owners),
        channel,
        runbook,
        mode == null ? standard : mode);
  }

  private static List<String> orEmpty(@Nullable List<String> values) {
    return values == null ? List.of() : values;
  }
}
