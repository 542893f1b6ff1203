package dev.inquest.gate.playbook;

import dev.inquest.gate.audit.Sha256;
import dev.inquest.gate.policy.Refused;
import dev.inquest.proposal.ProposedFile;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A catalogue of playbooks as text by file name.
 *
 * @param texts e.g. {@code bad-deploy.md}
 */
public record PlaybookFiles(SortedMap<String, String> texts) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}\\.md");

  public PlaybookFiles {
    texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
  }

  public static PlaybookFiles of(Map<String, String> texts) {
    return new PlaybookFiles(new TreeMap<>(texts));
  }

  /**
   * @throws dev.inquest.failure.FailureException {@code path-unsafe} for a name that is none of a
   *     playbook
   */
  public static PlaybookFiles of(Collection<ProposedFile> files) {
    return of(Map.of()).with(files);
  }

  /** These with files written over or, where they have no content, removed. */
  public PlaybookFiles with(Collection<ProposedFile> changes) {
    SortedMap<String, String> changed = new TreeMap<>(texts);
    for (ProposedFile file : changes) {
      if (!NAME.matcher(file.path()).matches()) {
        throw Refused.because(
            "path-unsafe", "path", "a playbook's file is named like its id, e.g. bad-deploy.md");
      }
      String content = file.content();
      if (content == null) {
        changed.remove(file.path());
      } else {
        changed.put(file.path(), content);
      }
    }
    return new PlaybookFiles(changed);
  }

  /**
   * The catalogue's digest, the one by which frozen cases and runs of {@code evolve} name it: over
   * the digests and names of its files, in the order of their ids.
   */
  public String digest() {
    return Sha256.hex(
        texts.entrySet().stream()
            .sorted(Comparator.comparing(file -> id(file.getKey())))
            .map(file -> Sha256.hex(file.getValue()) + "  " + file.getKey() + "\n")
            .collect(Collectors.joining()));
  }

  private static String id(String name) {
    return name.substring(0, name.length() - ".md".length());
  }
}
