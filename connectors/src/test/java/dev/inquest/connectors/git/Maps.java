package dev.inquest.connectors.git;

import dev.inquest.topology.Mode;
import dev.inquest.topology.ServiceEntry;
import dev.inquest.topology.ServiceMap;
import java.util.List;

/** Service maps for tests. */
final class Maps {
  private Maps() {}

  static ServiceMap one(String service, String repository) {
    return new ServiceMap(List.of(entry(service, repository, List.of())));
  }

  static ServiceEntry entry(String service, String repository, List<String> paths) {
    return new ServiceEntry(
        service,
        List.of(),
        null,
        repository,
        "main",
        paths,
        null,
        List.of(),
        List.of(),
        null,
        null,
        Mode.PROPOSE);
  }
}
