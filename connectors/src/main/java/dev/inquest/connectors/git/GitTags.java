package dev.inquest.connectors.git;

import dev.inquest.connectors.resilience.ForeignText;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;

/** Tags by the commits they name: a tagged commit has a version. */
final class GitTags {
  private static final int MAX_TAGS = 10_000;
  private static final int MAX_NAME_CHARS = 200;

  private GitTags() {}

  static Map<String, String> byCommit(Repository repository) throws IOException {
    List<Ref> tags = repository.getRefDatabase().getRefsByPrefix(Constants.R_TAGS);
    Map<String, String> found = new HashMap<>();
    for (Ref tag : tags.subList(Math.max(0, tags.size() - MAX_TAGS), tags.size())) {
      Ref peeled = repository.getRefDatabase().peel(tag);
      ObjectId target =
          peeled.getPeeledObjectId() == null ? peeled.getObjectId() : peeled.getPeeledObjectId();
      String name =
          ForeignText.line(tag.getName().substring(Constants.R_TAGS.length()), MAX_NAME_CHARS);
      if (target != null && name != null) {
        found.put(target.name(), name);
      }
    }
    return found;
  }
}
