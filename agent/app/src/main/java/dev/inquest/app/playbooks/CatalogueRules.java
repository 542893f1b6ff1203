package dev.inquest.app.playbooks;

import dev.inquest.gate.playbook.Catalogues;
import dev.inquest.gate.playbook.PlaybookFiles;
import dev.inquest.playbooks.format.CatalogueLoader;
import dev.inquest.playbooks.format.Prose;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the playbooks' format says of a catalogue that is to be adopted. */
public final class CatalogueRules implements Catalogues {
  private static final int MOST_TOLD = 10;

  @Override
  public PlaybookFiles builtIn() {
    Map<String, String> texts = new TreeMap<>();
    CatalogueLoader.builtInFiles()
        .forEach((name, bytes) -> texts.put(name, new String(bytes, StandardCharsets.UTF_8)));
    return PlaybookFiles.of(texts);
  }

  @Override
  public List<String> complaints(PlaybookFiles before, PlaybookFiles after) {
    if (after.texts().isEmpty()) {
      return List.of("there is no playbook");
    }
    Stream<String> invalid =
        CatalogueLoader.check(bytes(after)).stream()
            .map(wrong -> wrong.file() + ":" + wrong.line() + " " + wrong.message());
    Stream<String> prose =
        Prose.added(before.texts(), after.texts()).stream()
            .map(file -> file + " has words that no playbook in use has");
    return Stream.concat(invalid, prose).limit(MOST_TOLD).toList();
  }

  static Map<String, byte[]> bytes(PlaybookFiles files) {
    Map<String, byte[]> bytes = new TreeMap<>();
    files.texts().forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return bytes;
  }
}
