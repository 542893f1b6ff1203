package dev.inquest.gate.repository;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.gate.audit.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;

/** What changed between a base and a computed tree: every path, and the diff people read. */
final class TreeDiff {
  private static final int MAX_FILES = 50;
  private static final int MAX_FILE_BYTES = 256 * 1024;
  private static final int MAX_DIFF_BYTES = 512 * 1024;

  private TreeDiff() {}

  static ComputedChange between(Repository repository, RevCommit base, ObjectId tree)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DiffFormatter formatter = new DiffFormatter(out)) {
      formatter.setRepository(repository);
      formatter.setDetectRenames(false);
      List<DiffEntry> entries = formatter.scan(base.getTree(), tree);
      if (entries.size() > MAX_FILES) {
        throw tooLarge("it changes over " + MAX_FILES + " files");
      }
      List<FileChange> files = new ArrayList<>();
      for (DiffEntry entry : entries) {
        files.add(change(repository, entry));
      }
      formatter.format(entries);
      formatter.flush();
      if (out.size() > MAX_DIFF_BYTES) {
        throw tooLarge("its diff is over " + MAX_DIFF_BYTES + " bytes");
      }
      return new ComputedChange(
          base.name(), tree.name(), files, out.toString(StandardCharsets.UTF_8));
    }
  }

  private static FileChange change(Repository repository, DiffEntry entry) throws IOException {
    boolean added = entry.getChangeType() == DiffEntry.ChangeType.ADD;
    boolean deleted = entry.getChangeType() == DiffEntry.ChangeType.DELETE;
    String path = deleted ? entry.getOldPath() : entry.getNewPath();
    byte[] bytes =
        deleted || entry.getNewMode().getObjectType() != Constants.OBJ_BLOB
            ? null
            : content(repository, entry.getNewId().toObjectId(), path);
    return new FileChange(
        path,
        added ? null : entry.getOldMode().toString(),
        deleted ? null : entry.getNewMode().toString(),
        added ? null : entry.getOldId().toObjectId().name(),
        bytes == null ? null : Sha256.hex(bytes),
        bytes == null ? null : text(bytes, path));
  }

  private static byte[] content(Repository repository, AnyObjectId id, String path)
      throws IOException {
    ObjectLoader loader = repository.open(id, Constants.OBJ_BLOB);
    if (loader.getSize() > MAX_FILE_BYTES) {
      throw tooLarge(path + " is over " + MAX_FILE_BYTES + " bytes");
    }
    return loader.getCachedBytes(MAX_FILE_BYTES);
  }

  private static @Nullable String text(byte[] bytes, String path) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new FailureException(
          Failure.permanent("not-text", path, path + " is not UTF-8 text"), e);
    }
  }

  private static FailureException tooLarge(String why) {
    return new FailureException(Failure.permanent("change-too-large", "change", why));
  }
}
