package dev.inquest.playbooks.format;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.playbook.Catalogue;
import dev.inquest.playbook.Playbook;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Loads a catalogue whole, or fails with {@code playbook-invalid} and every violation of every
 * file.
 */
public final class CatalogueLoader {
  private static final String FOLDER = "/playbooks/";
  private static final String INDEX = FOLDER + "catalogue.txt";
  private static final int MAX_PLAYBOOKS = 500;

  private CatalogueLoader() {}

  /** The playbooks that come with Inquest. */
  public static Catalogue builtIn() {
    return parse(builtInFiles(), "built-in playbooks");
  }

  /** Their bytes by file name. */
  public static Map<String, byte[]> builtInFiles() {
    Map<String, byte[]> files = new TreeMap<>();
    new String(resource(INDEX), StandardCharsets.UTF_8)
        .lines()
        .filter(name -> !name.isBlank())
        .forEach(name -> files.put(name, resource(FOLDER + name)));
    return files;
  }

  /** A catalogue from its files' bytes by name. */
  public static Catalogue of(Map<String, byte[]> files) {
    return parse(files, "playbooks");
  }

  /** What is wrong with such files; empty where nothing is. */
  public static List<Violation> check(Map<String, byte[]> files) {
    Violations all = new Violations();
    parse(files, all);
    return all.all();
  }

  /** Every {@code .md} of a folder. */
  public static Catalogue from(Path folder) {
    return parse(files(folder), "playbooks");
  }

  /** What is wrong with the files of a folder, by file and line. */
  public record Checked(int files, List<Violation> violations) {
    public Checked {
      violations = List.copyOf(violations);
    }
  }

  /**
   * @throws FailureException only where the folder cannot be read or holds none
   */
  public static Checked check(Path folder) {
    Map<String, byte[]> files = files(folder);
    Violations all = new Violations();
    parse(files, all);
    return new Checked(files.size(), all.all());
  }

  /** The bytes of every {@code .md} of a folder by name. */
  public static Map<String, byte[]> files(Path folder) {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> inside = Files.list(folder)) {
      for (Path file : inside.filter(CatalogueLoader::isPlaybook).sorted().toList()) {
        try (InputStream in = Files.newInputStream(file)) {
          // One byte over the limit is enough for the parser to refuse.
          files.put(
              String.valueOf(file.getFileName()), in.readNBytes(PlaybookParser.MAX_FILE_BYTES + 1));
        }
      }
    } catch (IOException e) {
      throw new FailureException(
          Failure.permanent(
              "playbooks-unreadable", "playbooks", "the folder of playbooks cannot be read"),
          e);
    }
    if (files.isEmpty() || files.size() > MAX_PLAYBOOKS) {
      throw new FailureException(
          Failure.permanent(
              "playbooks-unreadable",
              "playbooks",
              "the folder holds " + files.size() + " playbooks, not 1 to " + MAX_PLAYBOOKS));
    }
    return files;
  }

  /** One digest for the catalogue in force: over ids and digests of its files, in order. */
  public static String sha256(Catalogue catalogue) {
    String all =
        catalogue.playbooks().stream()
            .map(p -> p.sha256() + "  " + p.id() + ".md\n")
            .collect(Collectors.joining());
    return Sha256.of(all.getBytes(StandardCharsets.UTF_8));
  }

  private static Catalogue parse(Map<String, byte[]> files, String subject) {
    Violations all = new Violations();
    List<Playbook> playbooks = parse(files, all);
    all.throwIfAny(subject);
    return new Catalogue(playbooks);
  }

  private static List<Playbook> parse(Map<String, byte[]> files, Violations all) {
    PlaybookParser parser = new PlaybookParser();
    List<Playbook> playbooks = new ArrayList<>();
    files.forEach((name, bytes) -> {
      Violations own = new Violations();
      Playbook playbook = parser.parse(name, bytes, own);
      own.all().forEach(v -> all.add(v.file(), v.line(), v.message()));
      if (playbook != null) {
        playbooks.add(playbook);
      }
    });
    return playbooks;
  }

  private static boolean isPlaybook(Path file) {
    return Files.isRegularFile(file) && String.valueOf(file.getFileName()).endsWith(".md");
  }

  private static byte[] resource(String name) {
    try (InputStream in = CatalogueLoader.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("not on the class path");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new FailureException(
          Failure.permanent("playbooks-unreadable", name, "a built-in file cannot be read"), e);
    }
  }
}
