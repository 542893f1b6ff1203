package dev.inquest.playbooks.evolve.log;

import java.nio.file.Path;

/** How a run reaches its folder; each call is whole or did not happen, but for {@link #append}. */
public interface Disk {
  /** Replaces or makes the file and whatever folders it needs. */
  void write(Path file, byte[] bytes);

  /** May leave a part of the bytes behind where it is cut off. */
  void append(Path file, byte[] bytes);

  /** Moves a folder to where nothing stands. */
  void move(Path from, Path to);

  /** With everything inside; nothing happens where there is nothing. */
  void delete(Path path);
}
