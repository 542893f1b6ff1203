package dev.inquest.app.cli;

/** What scripts may rely on. */
public final class ExitCodes {
  public static final int DONE = 0;
  public static final int FAILURE = 1;
  public static final int USAGE = 2;

  /** Some of what was asked was done. */
  public static final int PARTIAL = 3;

  private ExitCodes() {}
}
