package dev.inquest.playbooks.evolve.loop;

import dev.inquest.playbooks.evolve.log.Disk;
import java.nio.file.Path;
import java.util.Arrays;

/** Works until a given call, in which the power fails: an append leaves half of its bytes. */
final class CutOffDisk implements Disk {
  /** The power failed. */
  static final class PowerFailure extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private final Disk disk = new HastyDisk();
  private final int last;
  private int calls;

  /**
   * @param last call that is still made whole
   */
  CutOffDisk(int last) {
    this.last = last;
  }

  int calls() {
    return calls;
  }

  @Override
  public void write(Path file, byte[] bytes) {
    count();
    disk.write(file, bytes);
  }

  @Override
  public void append(Path file, byte[] bytes) {
    if (calls == last) {
      disk.append(file, Arrays.copyOf(bytes, bytes.length / 2));
    }
    count();
    disk.append(file, bytes);
  }

  @Override
  public void move(Path from, Path to) {
    count();
    disk.move(from, to);
  }

  @Override
  public void delete(Path path) {
    count();
    disk.delete(path);
  }

  private void count() {
    if (calls == last) {
      throw new PowerFailure();
    }
    calls++;
  }
}
