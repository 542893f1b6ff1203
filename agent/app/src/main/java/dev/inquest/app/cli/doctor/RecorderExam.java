package dev.inquest.app.cli.doctor;

import dev.inquest.app.cli.output.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.unit.DataSize;

/** Whether the disk has room for what the flight recorder may keep. */
final class RecorderExam implements Exam {
  private static final String AREA = "recorder";
  private static final long MEGABYTE = 1 << 20;

  @Override
  public List<Finding> look(Patient patient) throws IOException {
    long most =
        DataSize.parse(patient.settings().get("inquest.recorder.max-bytes", "2GB")).toBytes();
    Path folder = patient.home().resolve("recorder");
    long kept = kept(folder);
    long free = free(patient.home());
    return List.of(
        free < most - kept
            ? Finding.warning(
                AREA,
                "the disk of %s has %d MB left, and the flight recorder may use %d MB more"
                    .formatted(patient.home(), free / MEGABYTE, (most - kept) / MEGABYTE),
                "Make room, or set inquest.recorder.max-bytes lower.")
            : Finding.ok(
                AREA,
                "the flight recorder keeps %d of at most %d MB; the disk has %d MB left"
                    .formatted(kept / MEGABYTE, most / MEGABYTE, free / MEGABYTE)));
  }

  private static long kept(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static long free(Path home) throws IOException {
    Path there = home;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return Files.getFileStore(there).getUsableSpace();
  }
}
