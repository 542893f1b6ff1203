package dev.inquest.app.postgres;

import dev.inquest.app.process.Programs;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The server's files; made in full or not at all. */
final class DataFolder {
  static final String SUPERUSER = "inquest_server";
  private static final String VERSION = "18";

  private final Path folder;
  private final Path binaries;
  private final Unprivileged unprivileged;

  DataFolder(Path folder, Path binaries, Unprivileged unprivileged) {
    this.folder = folder;
    this.binaries = binaries;
    this.unprivileged = unprivileged;
  }

  Path path() {
    return folder;
  }

  /** Makes it where there is none. */
  void ensure(String superuserPassword) throws IOException, InterruptedException {
    Path version = folder.resolve("PG_VERSION");
    if (Files.exists(version)) {
      requireVersion(Files.readString(version).strip());
      return;
    }
    Path fresh = folder.resolveSibling(folder.getFileName() + ".new");
    Folders.delete(fresh);
    Folders.ownerOnly(fresh);
    unprivileged.own(fresh);
    initialise(fresh, superuserPassword);
    Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  private void requireVersion(String found) {
    if (!found.equals(VERSION)) {
      throw new FailureException(
          Failure.permanent(
              "postgres-version",
              folder.toString(),
              "the data in "
                  + folder
                  + " is of PostgreSQL "
                  + found
                  + ", this release runs "
                  + VERSION
                  + "; dump and restore it, or start with another inquest.home"));
    }
  }

  private void initialise(Path fresh, String password) throws IOException, InterruptedException {
    List<String> command =
        unprivileged.command(
            List.of(
                binaries.resolve("bin/initdb").toString(),
                "--pgdata=" + fresh,
                "--username=" + SUPERUSER,
                "--auth=scram-sha-256",
                "--pwfile=/dev/stdin",
                "--encoding=UTF8",
                "--no-locale",
                "--no-instructions"));
    Process process = Programs.builder(command).redirectErrorStream(true).start();
    try (var in = process.getOutputStream()) {
      in.write((password + "\n").getBytes(StandardCharsets.UTF_8));
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new FailureException(
          Failure.permanent(
              "postgres-initdb", fresh.toString(), "initdb failed: " + said.strip() + hint()));
    }
  }

  private String hint() {
    return unprivileged.uid() < 0
        ? ""
        : "\nInquest runs as root where user namespaces are forbidden, so the server runs as uid "
            + unprivileged.uid()
            + ": put inquest.home where that user may reach it, for example /var/lib/inquest";
  }
}
