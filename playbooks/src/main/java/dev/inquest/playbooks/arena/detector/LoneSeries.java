package dev.inquest.playbooks.arena.detector;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.inquest.playbooks.arena.Subject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** The streaming detector's numbers as the built-in playbooks have them, in a playbook alone. */
final class LoneSeries {
  private static final String FILE = "lone-series.md";

  private LoneSeries() {}

  static Subject.Files playbook() {
    try (InputStream in = LoneSeries.class.getResourceAsStream("/arena/" + FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is not on the class path");
      }
      String text = new String(in.readAllBytes(), UTF_8);
      return new Subject.Files(new TreeMap<>(Map.of(FILE, text)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
