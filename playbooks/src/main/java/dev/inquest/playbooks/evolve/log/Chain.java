package dev.inquest.playbooks.evolve.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.playbooks.evolve.record.EvolveJson;
import dev.inquest.playbooks.format.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The log's lines. Each is {@code {"hash":"…","entry":…}} where the hash is SHA-256 over the bytes
 * of the entry, and the entry names the hash before: no byte can change without all after it.
 */
public final class Chain {
  static final String FIRST = "0".repeat(64);

  private static final Pattern LINE =
      Pattern.compile("\\{\"hash\":\"([0-9a-f]{64})\",\"entry\":(\\{.*})}");

  private Chain() {}

  /** What was read, and the hash of its last line. */
  public record Read(List<Entry> entries, String hash) {
    public Read {
      entries = List.copyOf(entries);
    }
  }

  /** With its line feed. */
  static String line(Entry entry) {
    String json = EvolveJson.line(entry);
    return "{\"hash\":\"" + hash(json) + "\",\"entry\":" + json + "}\n";
  }

  static String hashOf(Entry entry) {
    return hash(EvolveJson.line(entry));
  }

  /**
   * @param text whole lines
   * @throws FailureException {@code run-tampered} at the first line that does not fit
   */
  static Read read(String text) {
    List<Entry> entries = new ArrayList<>();
    String prev = FIRST;
    if (!text.isEmpty() && !text.endsWith("\n")) {
      throw tampered("the log does not end with a line");
    }
    for (String line :
        text.isEmpty() ? new String[0] : text.substring(0, text.length() - 1).split("\n", -1)) {
      Matcher parts = LINE.matcher(line);
      if (!parts.matches() || !hash(parts.group(2)).equals(parts.group(1))) {
        throw tampered("line " + (entries.size() + 1) + " of the log is not what was written");
      }
      Entry entry = EvolveJson.read(parts.group(2), Entry.class, "log.jsonl");
      if (!entry.prev().equals(prev) || entry.n() != entries.size()) {
        throw tampered(
            "line " + (entries.size() + 1) + " of the log does not follow the one before");
      }
      entries.add(entry);
      prev = parts.group(1);
    }
    return new Read(entries, prev);
  }

  static FailureException tampered(String message) {
    return new FailureException(Failure.permanent("run-tampered", "run", message));
  }

  private static String hash(String json) {
    return Sha256.of(json.getBytes(UTF_8));
  }
}
