package dev.inquest.connectors.zipkin;

import dev.inquest.failure.FailureException;
import java.util.ArrayList;
import java.util.List;

/** What happened to the stretches of time of one read; told as warnings. */
final class ReadTally {
  private final List<FailureException> failures = new ArrayList<>();
  private int read;
  private int drawn;
  private int cutShort;
  private int unreadable;

  void read(List<ZipkinAnswer> answers) {
    read++;
    answers.forEach(answer -> unreadable += answer.unreadable());
  }

  void failed(FailureException failure) {
    failures.add(failure);
  }

  /** Of this cell only parts are read; one that is such a part itself has been counted. */
  void drawn(Cell cell) {
    drawn += cell.weight() > 1 ? 0 : 1;
  }

  void cutShort() {
    cutShort++;
  }

  /**
   * @throws FailureException where every stretch failed
   */
  void throwIfNothing() {
    if (read == 0 && !failures.isEmpty()) {
      throw failures.getFirst();
    }
  }

  List<String> warnings(int limit) {
    List<String> said = new ArrayList<>();
    if (drawn > 0) {
      said.add(
          "Zipkin holds more than %d traces in %d stretches of time; of each only parts drawn by chance"
                  .formatted(limit, drawn)
              + " were read, and their traces count for the others");
    }
    if (cutShort > 0) {
      said.add(
          "in %d stretches of time only the newest %d traces were read; that they are like the others"
                  .formatted(cutShort, limit)
              + " is assumed");
    }
    if (unreadable > 0) {
      said.add(unreadable + " spans without id or time, or beyond a trace's limit, are left out");
    }
    if (!failures.isEmpty()) {
      String why = failures.getFirst().failure().message();
      int tried = failures.size() + read;
      said.add("%d of %d stretches of time are missing: %s".formatted(failures.size(), tried, why));
    }
    return said;
  }
}
