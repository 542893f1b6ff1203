package dev.inquest.change;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that someone changed. Fields the source does not know are null or empty.
 *
 * @param id unique in its source: a commit's full hash, a deployment's id
 * @param at when it took effect (a deploy) or was made (a commit)
 * @param commit for a deploy, the id of the commit deployed
 * @param author as the source names them; untrusted
 * @param files paths touched
 * @param diff a unified diff, perhaps cut at a limit; untrusted
 * @param instances for a deploy, the instances it replaced (a canary step)
 */
public record Change(
    String id,
    ChangeKind kind,
    Instant at,
    @Nullable String service,
    @Nullable String version,
    @Nullable String commit,
    @Nullable String author,
    @Nullable String title,
    List<String> files,
    @Nullable String diff,
    List<String> instances) {
  public Change {
    requireNonNull(id, "id");
    requireNonNull(kind, "kind");
    requireNonNull(at, "at");
    files = List.copyOf(files);
    instances = List.copyOf(instances);
  }
}
