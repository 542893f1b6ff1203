package dev.inquest.gate.playbook;

import dev.inquest.gate.audit.Sha256;
import dev.inquest.gate.repository.ComputedChange;
import dev.inquest.gate.repository.FileChange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectInserter;
import org.jspecify.annotations.Nullable;

/** What changes between two catalogues, in the same form as a change of a repository. */
final class PlaybookDiff {
  private static final String MODE = "100644";
  private static final String NOWHERE = "/dev/null";

  private PlaybookDiff() {}

  /** Its base and tree are the catalogues' digests. */
  static ComputedChange between(PlaybookFiles before, PlaybookFiles after) {
    SortedSet<String> names = new TreeSet<>(before.texts().keySet());
    names.addAll(after.texts().keySet());
    List<FileChange> files = new ArrayList<>();
    StringBuilder diff = new StringBuilder();
    for (String name : names) {
      String was = before.texts().get(name);
      String is = after.texts().get(name);
      if (!Objects.equals(was, is)) {
        files.add(file(name, was, is));
        diff.append(diff(name, was, is));
      }
    }
    return new ComputedChange(before.digest(), after.digest(), files, diff.toString());
  }

  private static FileChange file(String name, @Nullable String was, @Nullable String is) {
    return new FileChange(
        name,
        was == null ? null : MODE,
        is == null ? null : MODE,
        was == null ? null : blob(was),
        is == null ? null : Sha256.hex(is),
        is);
  }

  private static String blob(String text) {
    try (ObjectInserter.Formatter ids = new ObjectInserter.Formatter()) {
      return ids.idFor(Constants.OBJ_BLOB, text.getBytes(StandardCharsets.UTF_8)).name();
    }
  }

  private static String diff(String name, @Nullable String was, @Nullable String is) {
    RawText a = raw(was);
    RawText b = raw(is);
    EditList edits = new HistogramDiff().diff(RawTextComparator.DEFAULT, a, b);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DiffFormatter formatter = new DiffFormatter(out)) {
      formatter.format(edits, a, b);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return head(name, was, is) + out.toString(StandardCharsets.UTF_8);
  }

  private static String head(String name, @Nullable String was, @Nullable String is) {
    String mode =
        was == null ? "new file mode 100644\n" : is == null ? "deleted file mode 100644\n" : "";
    return "diff --git a/%s b/%s\n%s--- %s\n+++ %s\n"
        .formatted(
            name,
            name,
            mode,
            was == null ? NOWHERE : "a/" + name,
            is == null ? NOWHERE : "b/" + name);
  }

  private static RawText raw(@Nullable String text) {
    return new RawText((text == null ? "" : text).getBytes(StandardCharsets.UTF_8));
  }
}
