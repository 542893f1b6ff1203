package dev.inquest.gate.playbook;

/** What became of pinning or rolling back. */
public sealed interface PinOutcome {
  /** It holds from now on. */
  record Done(PlaybookStanding standing) implements PinOutcome {}

  /** Nothing changed: something else is in use than the person was shown. */
  record Moved(String inUse) implements PinOutcome {}

  /** Nothing changed, and why in a sentence. */
  record Refused(String code, String why) implements PinOutcome {}

  /** There is no such version. */
  record Unknown(String version) implements PinOutcome {}
}
