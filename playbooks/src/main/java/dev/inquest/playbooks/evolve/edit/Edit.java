package dev.inquest.playbooks.evolve.edit;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Locale;

/** One typed change of one playbook's file. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Edit.SetNumber.class, name = "set_number"),
  @JsonSubTypes.Type(value = Edit.AddTest.class, name = "add_test"),
  @JsonSubTypes.Type(value = Edit.RemoveTest.class, name = "remove_test"),
  @JsonSubTypes.Type(value = Edit.MoveTest.class, name = "move_test"),
  @JsonSubTypes.Type(value = Edit.Symptom.class, name = "symptom"),
  @JsonSubTypes.Type(value = Edit.NewPlaybook.class, name = "new_playbook")
})
public sealed interface Edit {
  /** Its name, e.g. {@code bad-deploy.md}. */
  String file();

  /**
   * @param pointer into the front matter, e.g. {@code /detect/parameters/word_scale}
   * @param from what it was, to tell up from down
   */
  record SetNumber(String file, String pointer, double from, double to) implements Edit {}

  /**
   * @param hypothesis its place, from 0
   * @param weight of support; of refutation as much against
   */
  record AddTest(String file, int hypothesis, String test, double weight) implements Edit {}

  /** With its weights. */
  record RemoveTest(String file, int hypothesis, String test) implements Edit {}

  /**
   * @param to its place among the tests, from 0
   */
  record MoveTest(String file, int hypothesis, String test, int to) implements Edit {}

  /** Whether the playbook is called where a symptom shows. */
  record Symptom(String file, String symptom, boolean present) implements Edit {}

  /**
   * One hypothesis of a playbook as a playbook of its own.
   *
   * @param file that is made
   * @param from the one it is made of
   */
  record NewPlaybook(String file, String from, int hypothesis) implements Edit {}

  default EditKind kind() {
    return switch (this) {
      case SetNumber n -> kind(n.pointer);
      case AddTest t -> EditKind.TEST_ADDED;
      case RemoveTest t -> EditKind.TEST_REMOVED;
      case MoveTest t -> EditKind.TEST_REORDERED;
      case Symptom s -> EditKind.SYMPTOM;
      case NewPlaybook p -> EditKind.NEW_PLAYBOOK;
    };
  }

  /** Edits of one target exclude each other. */
  default String target() {
    return switch (this) {
      case SetNumber n -> n.file + n.pointer;
      case AddTest t -> t.file + "/hypotheses/" + t.hypothesis + "/test";
      case RemoveTest t -> t.file + "/hypotheses/" + t.hypothesis + "/test";
      case MoveTest t -> t.file + "/hypotheses/" + t.hypothesis + "/test";
      case Symptom s -> s.file + "/match/symptoms";
      case NewPlaybook p -> p.from + "/hypotheses/" + p.hypothesis + "/new";
    };
  }

  /** What it does in words that stay the same whatever the step. */
  default String words() {
    String id = file().replace(".md", "");
    return switch (this) {
      case SetNumber n ->
          (n.to > n.from ? "raise " : "lower ")
              + n.pointer.substring(1).replace('/', ' ')
              + " of "
              + id;
      case AddTest t -> "add " + t.test + " to hypothesis " + t.hypothesis + " of " + id;
      case RemoveTest t -> "remove " + t.test + " from hypothesis " + t.hypothesis + " of " + id;
      case MoveTest t -> "move " + t.test + " in hypothesis " + t.hypothesis + " of " + id;
      case Symptom s -> (s.present ? "match " : "do not match ") + s.symptom + " by " + id;
      case NewPlaybook p ->
          "make hypothesis " + p.hypothesis + " of " + p.from.replace(".md", "") + " a playbook";
    };
  }

  /** With the numbers. */
  default String exactly() {
    return this instanceof SetNumber n
        ? words() + String.format(Locale.ROOT, " from %s to %s", n.from, n.to)
        : words();
  }

  private static EditKind kind(String pointer) {
    if (pointer.startsWith("/detect")) {
      return EditKind.PARAMETER;
    }
    if (pointer.startsWith("/conclude")) {
      return EditKind.THRESHOLD;
    }
    return pointer.endsWith("/prior") ? EditKind.PRIOR : EditKind.WEIGHT;
  }
}
