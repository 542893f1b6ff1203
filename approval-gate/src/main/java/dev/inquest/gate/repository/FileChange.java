package dev.inquest.gate.repository;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * How one path differs between the base and the proposed tree, as git sees it.
 *
 * @param oldMode git's octal mode at the base, e.g. {@code 100644}; null for a new file
 * @param newMode null for a deleted file
 * @param oldBlob git's blob id at the base; null for a new file
 * @param newSha256 of the new content; null for a deleted file
 * @param content the new content; null for a deleted file
 */
public record FileChange(
    String path,
    @Nullable String oldMode,
    @Nullable String newMode,
    @Nullable String oldBlob,
    @Nullable String newSha256,
    @Nullable String content) {
  public FileChange {
    requireNonNull(path, "path");
  }

  public boolean added() {
    return oldMode == null;
  }

  public boolean deleted() {
    return newMode == null;
  }
}
