package dev.inquest.app.cli.doctor;

import dev.inquest.app.cli.output.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where state and made-up secrets are kept on this machine. */
final class HomeExam implements Exam {
  private static final String AREA = "home";

  @Override
  public List<Finding> look(Patient patient) throws IOException {
    Path home = patient.home();
    if (!Files.exists(home)) {
      return List.of(toBeMade(home));
    }
    if (!Files.isDirectory(home) || !Files.isWritable(home)) {
      return List.of(
          Finding.problem(
              AREA,
              home + " is no folder that this user may write to",
              "Change its owner, or set inquest.home to another folder."));
    }
    List<Finding> findings = new ArrayList<>();
    Optional<String> open = FileMode.openToOthers(home);
    findings.add(
        open.isEmpty()
            ? Finding.ok(AREA, home + " is this user's alone")
            : Finding.warning(
                AREA,
                "others may look into " + home + " (" + open.get() + ")",
                "chmod 700 " + home));
    findings.addAll(secrets(home.resolve("secrets")));
    return findings;
  }

  private static Finding toBeMade(Path home) {
    Path parent = home;
    while (parent != null && !Files.exists(parent)) {
      parent = parent.getParent();
    }
    return parent != null && Files.isWritable(parent)
        ? Finding.note(AREA, home + " is made at the first start", "")
        : Finding.problem(
            AREA,
            home + " cannot be made: this user may not write to " + parent,
            "Set inquest.home to a folder that this user may write to.");
  }

  private static List<Finding> secrets(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        FileMode.openToOthers(file)
            .ifPresent(mode ->
                findings.add(
                    Finding.problem(
                        AREA, "others may read " + file + " (" + mode + ")", "chmod 600 " + file)));
      }
    }
    return findings;
  }
}
