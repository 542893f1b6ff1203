package dev.inquest.gate.testing;

import dev.inquest.gate.playbook.Catalogues;
import dev.inquest.gate.playbook.PlaybookFiles;
import java.util.List;
import java.util.Map;

/** Playbooks of one line; a file that says {@code broken} is none. */
public final class PlainCatalogues implements Catalogues {
  /** What comes with it. */
  public static final PlaybookFiles BUILT_IN =
      PlaybookFiles.of(Map.of("slow.md", "threshold: 0.70\n", "down.md", "threshold: 0.80\n"));

  @Override
  public PlaybookFiles builtIn() {
    return BUILT_IN;
  }

  @Override
  public List<String> complaints(PlaybookFiles before, PlaybookFiles after) {
    return after.texts().entrySet().stream()
        .filter(file -> file.getValue().contains("broken"))
        .map(file -> file.getKey() + " is broken")
        .toList();
  }
}
