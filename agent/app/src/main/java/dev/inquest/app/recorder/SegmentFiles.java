package dev.inquest.app.recorder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of a log: {@code 000000000001.seg}, and beside a full one what it holds. */
final class SegmentFiles {
  private static final String SUFFIX = ".seg";
  private static final String INDEX = ".index";

  private SegmentFiles() {}

  static Path first(Path folder) {
    return folder.resolve(name(1));
  }

  static Path after(Path file) {
    return file.resolveSibling(name(number(file) + 1));
  }

  private static String name(long number) {
    return String.format(Locale.ROOT, "%012d%s", number, SUFFIX);
  }

  private static long number(Path file) {
    String name = file.getFileName().toString();
    return Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
  }

  /** All segments, oldest first; of the last only what is whole. */
  static List<Segment> recover(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files =
          listed.filter(f -> f.getFileName().toString().matches("\\d{12}\\.seg")).sorted().toList();
    }
    List<Segment> segments = new ArrayList<>();
    for (Path file : files) {
      Optional<Segment> known = indexed(file);
      segments.add(known.isPresent() ? known.get() : SegmentReader.recover(file));
    }
    return segments;
  }

  /** Notes what a full segment holds, so that the next start need not read it. */
  static void seal(Segment segment) throws IOException {
    Files.writeString(
        index(segment.file()),
        segment.bytes() + " " + segment.minMillis() + " " + segment.maxMillis());
  }

  static void delete(Path file) throws IOException {
    Files.deleteIfExists(index(file));
    Files.deleteIfExists(file);
  }

  private static Path index(Path file) {
    return file.resolveSibling(file.getFileName() + INDEX);
  }

  private static Optional<Segment> indexed(Path file) throws IOException {
    Path index = index(file);
    if (!Files.exists(index)) {
      return Optional.empty();
    }
    String text = Files.readString(index).strip();
    if (!text.matches("\\d{1,18} -?\\d{1,18} -?\\d{1,18}")) {
      return Optional.empty();
    }
    String[] parts = text.split(" ", -1);
    Segment segment =
        new Segment(
            file, Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    return Files.size(file) == segment.bytes() ? Optional.of(segment) : Optional.empty();
  }
}
