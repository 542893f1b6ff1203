package dev.inquest.app.cli.doctor;

import dev.inquest.app.cli.output.Finding;
import dev.inquest.gate.warrant.SigningKey;
import dev.inquest.gate.warrant.WarrantException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The key that signs warrants, and the local user's password. */
final class GateKeysExam implements Exam {
  private static final String AREA = "gate keys";

  @Override
  public List<Finding> look(Patient patient) throws IOException {
    return Stream.concat(warrant(patient).stream(), password(patient).stream()).toList();
  }

  private static Optional<Finding> warrant(Patient patient) throws IOException {
    Optional<String> given = patient.settings().get("inquest.gate.warrant-key");
    if (given.isPresent()) {
      return Optional.of(parsed(given.get(), "inquest.gate.warrant-key"));
    }
    Path file = patient.home().resolve("gate/warrant-key.pem");
    if (!Files.exists(file)) {
      return Optional.of(
          Finding.note(AREA, "the key that signs warrants is made at the first start", ""));
    }
    Optional<String> open = FileMode.openToOthers(file);
    return Optional.of(
        open.isPresent()
            ? Finding.problem(
                AREA,
                "others may read the key that signs warrants: " + file + " (" + open.get() + ")",
                "chmod 600 " + file + ", and make a new one if anybody may have read it.")
            : parsed(Files.readString(file), file.toString()));
  }

  private static Finding parsed(String pem, String where) {
    try {
      return Finding.ok(AREA, where + " signs warrants, key " + SigningKey.fromPem(pem).keyId());
    } catch (WarrantException e) {
      return Finding.problem(
          AREA,
          where + " is " + e.getMessage(),
          "Make one: openssl genpkey -algorithm ed25519 -out warrant.key");
    }
  }

  private static Optional<Finding> password(Patient patient) throws IOException {
    Optional<Path> file =
        patient.settings().get("inquest.gate.local-user.password-file").map(Path::of);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    if (!Files.isReadable(file.get())) {
      return Optional.of(
          Finding.problem(
              AREA,
              "the local user's password file " + file.get() + " cannot be read",
              "Create it, or remove inquest.gate.local-user.password-file: one is made up then."));
    }
    return FileMode.openToOthers(file.get())
        .map(mode ->
            Finding.warning(
                AREA,
                "others may read the local user's password: " + file.get() + " (" + mode + ")",
                "chmod 600 " + file.get()));
  }
}
