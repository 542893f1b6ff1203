package dev.inquest.change;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One thing somebody did: a commit with the deploys that brought it out, or a change that stands
 * alone.
 *
 * @param main what is accused: the commit where it is known, else the deploy
 * @param deploys that brought it out, in order of time; empty where it stands alone
 * @param service the one service it changes; null where it is no single service's
 * @param effectiveAt when it first took effect; null where it was never brought out
 * @param carriers of code that is no single service's: later deploys, any of which may embed it
 */
public record ChangeUnit(
    Change main,
    List<Change> deploys,
    @Nullable String service,
    @Nullable Instant effectiveAt,
    List<Change> carriers) {
  public ChangeUnit {
    requireNonNull(main, "main");
    deploys = List.copyOf(deploys);
    carriers = List.copyOf(carriers);
  }

  /** The services that run it, as far as deploys tell. */
  public Set<String> services() {
    Set<String> services = new TreeSet<>();
    if (service != null) {
      services.add(service);
    }
    for (Change carrier : carriers) {
      if (carrier.service() != null) {
        services.add(carrier.service());
      }
    }
    return services;
  }

  public String id() {
    return main.id();
  }

  /** Whether the id names this change, its commit or one of its deploys. */
  public boolean isCalled(@Nullable String id) {
    return id != null
        && (main.id().equals(id) || deploys.stream().anyMatch(deploy -> deploy.id().equals(id)));
  }

  /** The version the first deploy brought, where it is known. */
  public @Nullable String version() {
    return deploys.isEmpty() ? main.version() : deploys.getFirst().version();
  }

  /** Instances its first deploy replaced; empty where unknown or all. */
  public List<String> instances() {
    return deploys.isEmpty() ? main.instances() : deploys.getFirst().instances();
  }
}
