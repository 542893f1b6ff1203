package dev.inquest.lab.shop;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where Inquest was built. */
public final class Installation {
  private Installation() {}

  /**
   * The repository's root: this class lies in {@code src-test/lab/target}, in a jar or a folder.
   */
  public static Path root() {
    try {
      Path here =
          Path.of(Installation.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return here.resolve("../../../..").normalize();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("cannot tell where Inquest was built", e);
    }
  }
}
