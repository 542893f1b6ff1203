package dev.inquest.playbooks.arena;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.inquest.playbook.Catalogue;
import dev.inquest.playbooks.format.CatalogueLoader;
import dev.inquest.playbooks.format.Sha256;
import java.io.ByteArrayOutputStream;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Who is tried: a catalogue of playbooks, or one of the scripts that must never be kept. */
public sealed interface Subject {
  /** SHA-256 as lower-case hex; equal subjects have equal ones. */
  String digest();

  /**
   * A catalogue as text.
   *
   * @param files name, e.g. {@code bad-deploy.md}, to Markdown with YAML before it; each ends in a
   *     line feed
   */
  record Files(SortedMap<String, String> files) implements Subject {
    public Files {
      TreeMap<String, String> copy = new TreeMap<>();
      files.forEach(
          (name, text) -> copy.put(checked(name), text.endsWith("\n") ? text : text + "\n"));
      files = Collections.unmodifiableSortedMap(copy);
    }

    public static Files builtIn() {
      return new Files(text(CatalogueLoader.builtInFiles()));
    }

    /** Every {@code .md} of a folder. */
    public static Files from(java.nio.file.Path folder) {
      return new Files(text(CatalogueLoader.files(folder)));
    }

    /**
     * @throws dev.inquest.failure.FailureException {@code playbook-invalid}
     */
    public Catalogue catalogue() {
      return CatalogueLoader.of(bytes());
    }

    public boolean valid() {
      return CatalogueLoader.check(bytes()).isEmpty();
    }

    /** The same with one file added or replaced. */
    public Files with(String name, String text) {
      TreeMap<String, String> changed = new TreeMap<>(files);
      changed.put(name, text);
      return new Files(changed);
    }

    /** Over names, lengths and bytes in order of the names, so that no two catalogues share one. */
    @Override
    public String digest() {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      files.forEach((name, text) -> {
        byte[] bytes = text.getBytes(UTF_8);
        all.writeBytes((name + "\0" + bytes.length + "\0").getBytes(UTF_8));
        all.writeBytes(bytes);
      });
      return Sha256.of(all.toByteArray());
    }

    private Map<String, byte[]> bytes() {
      Map<String, byte[]> bytes = new TreeMap<>();
      files.forEach((name, text) -> bytes.put(name, text.getBytes(UTF_8)));
      return bytes;
    }

    private static SortedMap<String, String> text(Map<String, byte[]> files) {
      SortedMap<String, String> text = new TreeMap<>();
      files.forEach((name, bytes) -> text.put(name, new String(bytes, UTF_8)));
      return text;
    }

    private static String checked(String name) {
      if (!name.matches("[a-z][a-z0-9-]{0,63}\\.md")) {
        throw new IllegalArgumentException("not a playbook's file name");
      }
      return name;
    }
  }

  /** What an arena plays itself, as no playbook can say it. */
  enum Scripted implements Subject {
    /** Accuses whatever changed last, and is sure. */
    LAST_CHANGE,
    /**
     * Knows the answers of the pool by heart, and takes a fresh task's answer from whatever of the
     * task's names, order or times gives it away, which must be nothing; does else as the plain
     * subject of the arena does.
     */
    LABEL_LEAK,
    /** Never answers. */
    ABSTAIN;

    @Override
    public String digest() {
      return Sha256.of(("scripted " + name().toLowerCase(Locale.ROOT)).getBytes(UTF_8));
    }
  }
}
