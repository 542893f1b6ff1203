package dev.inquest.gate.repository;

import java.util.List;

/**
 * A change the gate computed itself.
 *
 * @param tree git's id of the whole resulting tree
 * @param diff unified, three lines of context
 */
public record ComputedChange(String base, String tree, List<FileChange> files, String diff) {
  public ComputedChange {
    files = List.copyOf(files);
  }
}
