package dev.inquest.gate.proposal;

import dev.inquest.gate.audit.CanonicalJson;
import dev.inquest.gate.audit.Sha256;
import dev.inquest.gate.repository.ComputedChange;
import dev.inquest.gate.repository.FileChange;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code proposal_sha256}: what a person's yes is bound to. */
public final class ProposalDigest {
  private ProposalDigest() {}

  /** What people read besides the diff; it is signed as well. */
  public record Texts(String message, String title, String description, String rollback) {}

  /** SHA-256 of the canonical JSON of everything the change is. */
  public static String of(String repository, String branch, ComputedChange change, Texts texts) {
    return Sha256.hex(
        CanonicalJson.bytes(
            Map.of(
                "repo", repository,
                "target_branch", branch,
                "base_sha", change.base(),
                "files", files(change),
                "message", texts.message(),
                "title", texts.title(),
                "description", texts.description(),
                "rollback", texts.rollback())));
  }

  private static List<Map<String, @Nullable Object>> files(ComputedChange change) {
    return change.files().stream()
        .sorted(Comparator.comparing(FileChange::path))
        .map(ProposalDigest::file)
        .toList();
  }

  private static Map<String, @Nullable Object> file(FileChange file) {
    Map<String, @Nullable Object> map = new HashMap<>();
    map.put("path", file.path());
    map.put("mode", file.newMode());
    map.put("old_blob", file.oldBlob());
    map.put("new_sha256", file.newSha256());
    return map;
  }
}
