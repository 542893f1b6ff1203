package dev.inquest.topology;

import java.util.List;
import java.util.Optional;

/** The operator's entries, by name or alias. */
public record ServiceMap(List<ServiceEntry> entries) {
  public static final ServiceMap EMPTY = new ServiceMap(List.of());

  public ServiceMap {
    entries = List.copyOf(entries);
  }

  public Optional<ServiceEntry> find(String nameOrAlias) {
    return entries.stream()
        .filter(e -> e.name().equals(nameOrAlias) || e.aliases().contains(nameOrAlias))
        .findFirst();
  }
}
