package dev.inquest.gate.playbook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A catalogue that people approved.
 *
 * @param id its digest
 * @param parent digest of the catalogue that was in use when it was approved
 * @param proposal whose bytes it is
 */
public record PlaybookVersion(
    String id,
    PlaybookFiles files,
    @Nullable String parent,
    @Nullable String proposal,
    List<String> approvers,
    Instant at) {
  /** Stands for the playbooks that come with Inquest. */
  public static final String BUILT_IN = "built-in";

  public PlaybookVersion {
    approvers = List.copyOf(approvers);
  }

  public boolean builtIn() {
    return id.equals(BUILT_IN);
  }
}
