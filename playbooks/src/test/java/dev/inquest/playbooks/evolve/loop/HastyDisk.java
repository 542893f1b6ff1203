package dev.inquest.playbooks.evolve.loop;

import dev.inquest.playbooks.evolve.log.Disk;
import dev.inquest.playbooks.evolve.log.FileDisk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Does not wait until what it wrote is safe, so that hundreds of runs take seconds. */
final class HastyDisk implements Disk {
  private final Disk disk = new FileDisk();

  @Override
  public void write(Path file, byte[] bytes) {
    try {
      Files.createDirectories(file.resolveSibling("."));
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void append(Path file, byte[] bytes) {
    try {
      Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void move(Path from, Path to) {
    disk.move(from, to);
  }

  @Override
  public void delete(Path path) {
    disk.delete(path);
  }
}
