package dev.inquest.playbooks.criticism;

import static java.util.Objects.requireNonNull;

import dev.inquest.investigation.Stage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The self-critique of one incident's last diagnosis.
 *
 * @param revision of the diagnosis
 * @param basis what it was held against, a sentence each; empty where there is nothing
 * @param expected what it was, in the words of whoever knew; null where nobody said
 * @param got the verdict, and the cause where one was named
 * @param hypothesis id of the one that was followed; null where none was
 * @param confidence of the cause named; null where none was
 * @param failure null unless it went astray
 * @param astray the first stage where it did; null likewise
 * @param overlooked ids of evidence that spoke for what it was and was not followed
 * @param missing what the diagnosis itself said that it could not check
 */
public record Criticism(
    String incident,
    int revision,
    Grade grade,
    List<String> basis,
    @Nullable String expected,
    String got,
    @Nullable String hypothesis,
    @Nullable Double confidence,
    @Nullable FailureClass failure,
    @Nullable Stage astray,
    List<String> overlooked,
    List<String> missing) {
  public Criticism {
    requireNonNull(incident, "incident");
    requireNonNull(grade, "grade");
    requireNonNull(got, "got");
    basis = List.copyOf(basis);
    overlooked = List.copyOf(overlooked);
    missing = List.copyOf(missing);
  }
}
