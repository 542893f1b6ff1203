package dev.inquest.app.playbooks;

import dev.inquest.failure.FailureException;
import dev.inquest.gate.playbook.PlaybookFiles;
import dev.inquest.playbook.Catalogue;
import dev.inquest.playbooks.format.CatalogueLoader;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The catalogues by the names that the gate gives them. A version never changes, so each is read
 * once. Thread-safe.
 */
@Component
public class PlaybooksInUse {
  private static final Logger LOG = LoggerFactory.getLogger(PlaybooksInUse.class);

  private final PlaybookVersions versions;
  private final Known builtIn;
  private final Map<String, Optional<Known>> known = new ConcurrentHashMap<>();

  /**
   * @param builtIn the catalogue that comes with this program
   */
  PlaybooksInUse(PlaybookVersions versions, Catalogue builtIn) {
    this.versions = versions;
    this.builtIn = new Known(PlaybookVersions.BUILT_IN, builtIn, CatalogueLoader.sha256(builtIn));
  }

  /**
   * One catalogue.
   *
   * @param version the gate's name of it: its digest, or {@code built-in}
   * @param sha256 its digest
   */
  public record Known(String version, Catalogue catalogue, String sha256) {}

  /** Those that diagnose now. */
  public Known now() {
    return orBuiltIn(versions.standing().inUse());
  }

  /** Those that diagnose along, unseen; empty where none do. */
  Optional<Known> shadow() {
    return Optional.ofNullable(versions.standing().shadow()).flatMap(this::find);
  }

  /** By the gate's name; those built in where this program cannot read them. */
  public Known orBuiltIn(@Nullable String version) {
    return version == null ? builtIn : find(version).orElse(builtIn);
  }

  private Optional<Known> find(String version) {
    return version.equals(PlaybookVersions.BUILT_IN)
        ? Optional.of(builtIn)
        : known.computeIfAbsent(version, this::read);
  }

  private Optional<Known> read(String version) {
    try {
      return versions.files(version).map(files -> known(version, files));
    } catch (FailureException e) {
      // Approved under a format that this program no longer reads: the built-in ones are at hand.
      LOG.error(
          "the playbooks {} cannot be used, and those built in are instead: {}",
          version,
          e.failure().code());
      return Optional.empty();
    }
  }

  private static Known known(String version, PlaybookFiles files) {
    Catalogue catalogue = CatalogueLoader.of(CatalogueRules.bytes(files));
    return new Known(version, catalogue, CatalogueLoader.sha256(catalogue));
  }
}
