package dev.inquest.evidence;

/**
 * Something that talks to another system. Construction does no I/O: a dead backend never stops
 * start-up; it shows in {@link #check()} and as a failure of the call that needed it.
 */
public interface Component {
  /** The connector's name as configured and shown, e.g. {@code prometheus}. */
  String name();

  /** Asks the system now; never throws, answers within a few seconds. */
  CheckResult check();
}
