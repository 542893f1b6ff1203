package dev.inquest.change;

import dev.inquest.evidence.Component;
import java.util.List;
import java.util.Optional;

/**
 * Reads a git repository, never writes. {@code repository} is the locator of the service map.
 * Commits are full hashes. Thread-safe. Every call throws {@link
 * dev.inquest.failure.FailureException} where the repository cannot be read.
 */
public interface RepositorySource extends Component {
  /** Whether this source can read that locator. */
  boolean reads(String repository);

  /** The commit at the head of a branch. */
  String head(String repository, String branch);

  /** Paths below a folder at a commit, relative to the root, sorted; at most {@code max}. */
  List<String> list(String repository, String commit, String folder, int max);

  /**
   * A text file at a commit; empty where there is none. Fails where it is over {@code maxBytes}.
   */
  Optional<String> read(String repository, String commit, String path, int maxBytes);

  /** Whether {@code commit} is {@code ancestor} itself or descends from it. */
  boolean contains(String repository, String commit, String ancestor);
}
