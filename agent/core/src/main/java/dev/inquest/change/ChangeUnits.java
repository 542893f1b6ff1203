package dev.inquest.change;

import dev.inquest.topology.ServiceEntry;
import dev.inquest.topology.ServiceMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts commits and the deploys that brought them out together. */
public final class ChangeUnits {
  private static final int MIN_HASH = 7;
  private static final Comparator<Change> BY_TIME =
      Comparator.comparing(Change::at).thenComparing(Change::id);

  private final List<Change> changes;
  private final List<Change> deploys;
  private final ServiceMap services;
  private final PathOwners owners;

  private ChangeUnits(List<Change> changes, ServiceMap services) {
    this.changes = changes.stream().sorted(BY_TIME).toList();
    this.deploys = this.changes.stream().filter(c -> c.kind() == ChangeKind.DEPLOY).toList();
    this.services = services;
    this.owners = new PathOwners(names());
  }

  private Set<String> names() {
    Set<String> names = new HashSet<>();
    services.entries().forEach(entry -> names.add(entry.name()));
    for (Change change : changes) {
      String name = name(change.service());
      if (name != null) {
        names.add(name);
      }
    }
    return names;
  }

  /** In order of time of the main change, then of its id. */
  public static List<ChangeUnit> of(List<Change> changes, ServiceMap services) {
    return new ChangeUnits(changes, services).units();
  }

  private List<ChangeUnit> units() {
    List<ChangeUnit> units = new ArrayList<>();
    Set<String> carried = new HashSet<>();
    for (Change change : changes) {
      if (change.kind() == ChangeKind.COMMIT) {
        ChangeUnit unit = commit(change);
        unit.deploys().forEach(deploy -> carried.add(deploy.id()));
        units.add(unit);
      }
    }
    for (Change change : changes) {
      if (change.kind() != ChangeKind.COMMIT && !carried.contains(change.id())) {
        List<Change> own = change.kind() == ChangeKind.DEPLOY ? List.of(change) : List.of();
        units.add(new ChangeUnit(change, own, name(change.service()), change.at(), List.of()));
      }
    }
    units.sort(Comparator.comparing(ChangeUnit::main, BY_TIME));
    return units;
  }

  private ChangeUnit commit(Change commit) {
    List<Change> direct = deploys.stream().filter(d -> isCommit(d, commit)).toList();
    String owner = service(commit);
    List<Change> carriers = owner == null ? carriers(commit) : List.of();
    if (!direct.isEmpty()) {
      String deployed = name(direct.getFirst().service());
      String of = deployed != null ? deployed : owner;
      return new ChangeUnit(commit, direct, of, direct.getFirst().at(), carriers);
    }
    if (owner == null && commit.files().isEmpty()) {
      return new ChangeUnit(commit, List.of(), null, commit.at(), List.of());
    }
    if (owner == null) {
      Instant effective =
          deploys.isEmpty() ? commit.at() : carriers.isEmpty() ? null : carriers.getFirst().at();
      return new ChangeUnit(commit, List.of(), null, effective, carriers);
    }
    return ofService(commit, owner);
  }

  private ChangeUnit ofService(Change commit, String service) {
    List<Change> ofService =
        deploys.stream().filter(d -> service.equals(name(d.service()))).toList();
    List<Change> release = release(commit, ofService);
    boolean neverTold = ofService.isEmpty();
    Instant effective =
        release.isEmpty() ? (neverTold ? commit.at() : null) : release.getFirst().at();
    return new ChangeUnit(commit, release, service, effective, List.of());
  }

  /** Later deploys of newer heads: each may embed what is no single service's. */
  private List<Change> carriers(Change commit) {
    return deploys.stream()
        .filter(d -> !d.at().isBefore(commit.at()) && !headTime(d).isBefore(commit.at()))
        .toList();
  }

  /**
   * The first deploy of a commit that is not older, where that commit is known: an intermediate
   * commit goes out with the next head. A deploy without a commit brings out what was there.
   */
  private List<Change> release(Change commit, List<Change> ofService) {
    for (Change deploy : ofService) {
      Instant head = headTime(deploy);
      if (!deploy.at().isBefore(commit.at()) && !head.isBefore(commit.at())) {
        return List.of(deploy);
      }
    }
    return List.of();
  }

  private Instant headTime(Change deploy) {
    return changes.stream()
        .filter(c -> c.kind() == ChangeKind.COMMIT && isCommit(deploy, c))
        .map(Change::at)
        .findFirst()
        .orElse(deploy.at());
  }

  private static boolean isCommit(Change deploy, Change commit) {
    String hash = deploy.commit();
    return hash != null
        && (commit.id().equals(hash)
            || (hash.length() >= MIN_HASH && commit.id().startsWith(hash))
            || hash.equals(commit.commit()));
  }

  private @Nullable String service(Change commit) {
    String told = name(commit.service());
    String mapped = told != null ? told : byPaths(commit.files());
    return mapped != null ? mapped : owners.of(commit.files());
  }

  /** The one service whose folders hold every file; null where that is not one. */
  private @Nullable String byPaths(List<String> files) {
    List<String> owners =
        services.entries().stream()
            .filter(entry -> !entry.paths().isEmpty() && !files.isEmpty())
            .filter(entry -> files.stream().allMatch(file -> below(entry.paths(), file)))
            .map(ServiceEntry::name)
            .toList();
    return owners.size() == 1 ? owners.getFirst() : null;
  }

  private static boolean below(List<String> folders, String file) {
    return folders.stream()
        .map(folder -> folder.endsWith("/") ? folder : folder + "/")
        .anyMatch(file::startsWith);
  }

  private @Nullable String name(@Nullable String nameOrAlias) {
    return nameOrAlias == null
        ? null
        : services.find(nameOrAlias).map(ServiceEntry::name).orElse(nameOrAlias);
  }
}
