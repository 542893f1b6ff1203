package dev.inquest.app.process;

import java.util.List;
import java.util.Map;

/** Starts other programs; our environment's keys are none of theirs. */
public final class Programs {
  private Programs() {}

  public static ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> clean = CleanEnvironment.of(builder.environment());
    builder.environment().clear();
    builder.environment().putAll(clean);
    return builder;
  }
}
