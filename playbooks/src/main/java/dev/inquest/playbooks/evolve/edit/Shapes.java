package dev.inquest.playbooks.evolve.edit;

import dev.inquest.playbooks.arena.Subject;
import dev.inquest.verification.Verifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Every edit of a catalogue that is not of a number, by kind, in a fixed order. */
public final class Shapes {
  private static final List<String> SYMPTOMS =
      List.of("database", "error", "latency", "saturation", "traffic");

  /** Of a test that nobody has weighed yet. */
  private static final List<Double> NEW_WEIGHTS = List.of(1.0, 2.5);

  /** So many playbooks a search may add to a catalogue. */
  private static final int MOST_FILES = 40;

  private final Subject.Files files;

  public Shapes(Subject.Files files) {
    this.files = files;
  }

  /** None for the kinds that turn numbers or recombine. */
  public List<Edit> of(EditKind kind) {
    List<Edit> all = new ArrayList<>();
    for (Map.Entry<String, String> file : files.files().entrySet()) {
      YamlText yaml = YamlText.of(file.getValue());
      if (kind == EditKind.SYMPTOM) {
        all.addAll(symptoms(file.getKey(), yaml));
      }
      for (int i = 0; i < yaml.size("/hypotheses"); i++) {
        all.addAll(hypothesis(kind, file.getKey(), i, yaml.texts("/hypotheses/" + i + "/test")));
      }
    }
    return all;
  }

  private static List<Edit> symptoms(String file, YamlText yaml) {
    List<String> present = yaml.texts("/match/symptoms");
    return SYMPTOMS.stream()
        .<Edit>map(s -> new Edit.Symptom(file, s, !present.contains(s)))
        .toList();
  }

  private List<Edit> hypothesis(EditKind kind, String file, int at, List<String> tests) {
    return switch (kind) {
      case TEST_ADDED -> added(file, at, tests);
      case TEST_REMOVED ->
          tests.stream().<Edit>map(test -> new Edit.RemoveTest(file, at, test)).toList();
      case TEST_REORDERED -> moved(file, at, tests);
      case NEW_PLAYBOOK -> made(file, at);
      case PARAMETER, THRESHOLD, PRIOR, WEIGHT, SYMPTOM, RECOMBINATION, CLIMB -> List.of();
    };
  }

  private static List<Edit> added(String file, int at, List<String> tests) {
    return Verifiers.ids().stream()
        .filter(test -> !tests.contains(test))
        .flatMap(test -> NEW_WEIGHTS.stream().<Edit>map(w -> new Edit.AddTest(file, at, test, w)))
        .toList();
  }

  private static List<Edit> moved(String file, int at, List<String> tests) {
    List<Edit> all = new ArrayList<>();
    for (int i = 1; i < tests.size(); i++) {
      all.add(new Edit.MoveTest(file, at, tests.get(i), 0));
      all.add(new Edit.MoveTest(file, at, tests.get(i), i - 1));
    }
    return all;
  }

  private List<Edit> made(String file, int at) {
    String name = file.replace(".md", "-" + (at + 1) + ".md");
    boolean free = !files.files().containsKey(name) && files.files().size() < MOST_FILES;
    return free ? List.of(new Edit.NewPlaybook(name, file, at)) : List.of();
  }
}
