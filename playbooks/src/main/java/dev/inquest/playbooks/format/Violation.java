package dev.inquest.playbooks.format;

/**
 * What is wrong with a playbook's file.
 *
 * @param line from 1
 */
public record Violation(String file, int line, String message) {
  /** {@code bad-deploy.md:7: message}. */
  @Override
  public String toString() {
    return file + ":" + line + ": " + message;
  }
}
