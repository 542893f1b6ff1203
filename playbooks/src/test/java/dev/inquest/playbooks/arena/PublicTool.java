package dev.inquest.playbooks.arena;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Programs that judge from outside, where they are. */
public final class PublicTool {
  private PublicTool() {}

  /**
   * Set {@code inquest.score-cases} to where the tool is, else it is looked for beside the
   * checkout, as the visible data sets are; null where it is missed.
   */
  public static @Nullable Path scoreCases() {
    String told = System.getProperty("inquest.score-cases");
    if (told != null) {
      return Path.of(told);
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path place = at.resolve("shared/tools/score-cases");
      if (Files.isRegularFile(place)) {
        return place;
      }
    }
    return null;
  }

  public static boolean runs(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
