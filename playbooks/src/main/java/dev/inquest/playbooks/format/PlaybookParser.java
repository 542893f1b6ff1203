package dev.inquest.playbooks.format;

import dev.inquest.playbook.Playbook;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a playbook's file: front matter between {@code ---} fences, Markdown below. Everything
 * wrong with a file is found at once. Thread-safe.
 */
public final class PlaybookParser {
  public static final int MAX_FILE_BYTES = 256 * 1024;

  private final PlaybookSchema schema = new PlaybookSchema();

  /**
   * @param file its name, e.g. {@code bad-deploy.md}; the id must be this without its ending
   * @throws dev.inquest.failure.FailureException {@code playbook-invalid}, with every violation and
   *     its line
   */
  public Playbook parse(String file, byte[] bytes) {
    Violations violations = new Violations();
    Playbook playbook = parse(file, bytes, violations);
    violations.throwIfAny(file);
    return java.util.Objects.requireNonNull(playbook);
  }

  /** What is wrong with a file; empty where nothing is. */
  public List<Violation> check(String file, byte[] bytes) {
    Violations violations = new Violations();
    parse(file, bytes, violations);
    return violations.all();
  }

  /** Null where there were violations. */
  @Nullable Playbook parse(String file, byte[] bytes, Violations violations) {
    String text = text(file, bytes, violations);
    FrontMatter parts = text == null ? null : FrontMatter.of(text);
    if (text != null && parts == null) {
      violations.add(file, 1, "does not begin with front matter between --- and ---");
    }
    if (parts == null) {
      return null;
    }
    YamlTree tree = new YamlTree(file, violations);
    JsonNode front = tree.read(parts.yaml());
    if (front != null) {
      schema.check(front, tree, file, violations);
    }
    Lessons.check(parts, file, violations);
    if (front == null || violations.any()) {
      return null;
    }
    PlaybookRules.check(front, tree, file, violations);
    return violations.any() ? null : PlaybookForm.of(front, bytes, parts.body());
  }

  private static @Nullable String text(String file, byte[] bytes, Violations violations) {
    if (bytes.length > MAX_FILE_BYTES) {
      violations.add(file, 1, "is larger than " + MAX_FILE_BYTES + " bytes");
      return null;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      violations.add(file, 1, "is not UTF-8: " + e.getMessage());
      return null;
    }
  }
}
