package dev.inquest.proposal;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * One file of a proposal.
 *
 * @param path relative to the repository's root, {@code /} separated
 * @param content the new content, UTF-8; null deletes the file
 */
public record ProposedFile(String path, @Nullable String content) {
  public ProposedFile {
    requireNonNull(path, "path");
  }
}
