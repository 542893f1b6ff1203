package dev.inquest.playbooks.evolve.edit;

import dev.inquest.limit.LastUsed;
import dev.inquest.playbooks.arena.Subject;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Applies edits to a catalogue. Nothing but its files can be reached. */
public final class Edits {
  private static final MathContext DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);
  private static final String AGAINST = ".against";

  private static final int MOST_REMEMBERED = 64;

  /** A climb sets out from the same place again and again, and reading a catalogue takes long. */
  private static final LastUsed<Edited, Optional<Subject.Files>> REMEMBERED =
      new LastUsed<>(MOST_REMEMBERED);

  private record Edited(Subject.Files files, List<Edit> edits) {}

  private Edits() {}

  /** All in order; empty where one does not fit or what comes out is no valid catalogue. */
  public static Optional<Subject.Files> apply(Subject.Files files, Collection<Edit> edits) {
    return REMEMBERED.of(new Edited(files, List.copyOf(edits)), Edits::applied);
  }

  private static Optional<Subject.Files> applied(Edited wanted) {
    Optional<Subject.Files> edited = Optional.of(wanted.files());
    for (Edit edit : wanted.edits()) {
      edited = edited.flatMap(now -> apply(now, edit));
    }
    return edited.filter(now -> !now.equals(wanted.files())).filter(Subject.Files::valid);
  }

  /** A number as it is written into a file, with at most four digits that count. */
  public static String written(double number) {
    String plain = new BigDecimal(number).round(DIGITS).stripTrailingZeros().toPlainString();
    return plain.equals("0.0000") ? "0" : plain;
  }

  private static Optional<Subject.Files> apply(Subject.Files files, Edit edit) {
    return switch (edit) {
      case Edit.SetNumber n ->
          changed(files, n.file(), yaml -> yaml.withScalar(n.pointer(), written(n.to())));
      case Edit.AddTest t -> changed(files, t.file(), yaml -> added(yaml, t));
      case Edit.RemoveTest t -> changed(files, t.file(), yaml -> removed(yaml, t));
      case Edit.MoveTest t -> changed(files, t.file(), yaml -> moved(yaml, t));
      case Edit.Symptom s -> changed(files, s.file(), yaml -> symptom(yaml, s));
      case Edit.NewPlaybook p -> made(files, p);
    };
  }

  @FunctionalInterface
  private interface Change {
    Optional<String> of(YamlText yaml);
  }

  private static Optional<Subject.Files> changed(Subject.Files files, String file, Change change) {
    String text = files.files().get(file);
    return text == null
        ? Optional.empty()
        : change.of(YamlText.of(text)).map(now -> files.with(file, now));
  }

  private static Optional<String> added(YamlText yaml, Edit.AddTest edit) {
    String at = hypothesis(edit.hypothesis());
    List<String> tests = new ArrayList<>(yaml.texts(at + "/test"));
    if (tests.contains(edit.test())) {
      return Optional.empty();
    }
    tests.add(edit.test());
    return yaml.withTexts(at + "/test", tests)
        .flatMap(now -> weighed(now, at, edit.test(), edit.weight()))
        .flatMap(now -> weighed(now, at, edit.test() + AGAINST, -edit.weight()));
  }

  private static Optional<String> weighed(String text, String at, String name, double weight) {
    return YamlText.of(text).withKey(at + "/weights", name, written(weight));
  }

  private static Optional<String> removed(YamlText yaml, Edit.RemoveTest edit) {
    String at = hypothesis(edit.hypothesis());
    List<String> tests = new ArrayList<>(yaml.texts(at + "/test"));
    if (!tests.remove(edit.test())) {
      return Optional.empty();
    }
    Optional<String> text = yaml.withTexts(at + "/test", tests);
    for (String key : yaml.keys(at + "/weights")) {
      if (key.equals(edit.test()) || key.equals(edit.test() + AGAINST)) {
        text = text.flatMap(now -> YamlText.of(now).withoutKey(at + "/weights", key));
      }
    }
    return text;
  }

  private static Optional<String> moved(YamlText yaml, Edit.MoveTest edit) {
    String at = hypothesis(edit.hypothesis()) + "/test";
    List<String> tests = new ArrayList<>(yaml.texts(at));
    if (!tests.remove(edit.test()) || edit.to() > tests.size()) {
      return Optional.empty();
    }
    tests.add(edit.to(), edit.test());
    return yaml.withTexts(at, tests);
  }

  private static Optional<String> symptom(YamlText yaml, Edit.Symptom edit) {
    String at = "/match/symptoms";
    List<String> symptoms = new ArrayList<>(yaml.texts(at));
    boolean changed =
        edit.present()
            ? !symptoms.contains(edit.symptom()) && symptoms.add(edit.symptom())
            : symptoms.remove(edit.symptom());
    return changed ? yaml.withTexts(at, symptoms) : Optional.empty();
  }

  private static Optional<Subject.Files> made(Subject.Files files, Edit.NewPlaybook edit) {
    String from = files.files().get(edit.from());
    if (from == null || files.files().containsKey(edit.file())) {
      return Optional.empty();
    }
    return YamlText.of(from)
        .withOnly("/hypotheses", edit.hypothesis())
        .flatMap(now -> YamlText.of(now).withScalar("/id", edit.file().replace(".md", "")))
        .flatMap(now -> YamlText.of(now).withScalar("/version", "1"))
        .map(now -> YamlText.of(now).front() + prose(edit))
        .map(now -> files.with(edit.file(), now));
  }

  private static String prose(Edit.NewPlaybook edit) {
    String from = edit.from().replace(".md", "");
    return """
    # One kind of cause on its own

    Made from `%s` by the search, to be tuned apart from it. Its prose says what that one says.

    ## Lessons
    """
        .formatted(from);
  }

  private static String hypothesis(int index) {
    return "/hypotheses/" + index;
  }
}
