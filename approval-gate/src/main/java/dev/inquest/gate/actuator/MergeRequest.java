package dev.inquest.gate.actuator;

import static java.util.Objects.requireNonNull;

/**
 * An opened merge request.
 *
 * @param commit the head of the branch, full hash
 * @param url where a human can look at it
 */
public record MergeRequest(String branch, String commit, String url) {
  public MergeRequest {
    requireNonNull(branch, "branch");
    requireNonNull(commit, "commit");
    requireNonNull(url, "url");
  }
}
