package dev.inquest.gate.playbook;

import java.util.List;

/** What only the playbooks' own code can tell the gate. Thread-safe. */
public interface Catalogues {
  /** The playbooks that come with this Inquest. */
  PlaybookFiles builtIn();

  /**
   * Why these are no playbooks that may follow those: not valid, or with prose that was not there
   * before.
   *
   * @return a sentence each, at most ten; empty where nothing speaks against them
   */
  List<String> complaints(PlaybookFiles before, PlaybookFiles after);
}
