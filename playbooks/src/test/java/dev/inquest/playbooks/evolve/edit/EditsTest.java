package dev.inquest.playbooks.evolve.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inquest.playbook.Playbook;
import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.evolve.MadeArena;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EditsTest {
  private static final Subject.Files BUILT_IN = Subject.Files.builtIn();
  private static final Subject.Files MADE = MadeArena.start();

  @Test
  void aNumberChangesInItsPlaceAndItsCommentStays() {
    Subject.Files edited =
        edited(new Edit.SetNumber(MadeArena.PLAYBOOK, "/detect/parameters/word_scale", 1, 2.5));
    assertThat(changed(edited))
        .containsExactly("-    word_scale: 1.0 # times", "+    word_scale: 2.5 # times");
    assertThat(made(edited).detectParameter("word_scale", 0)).isEqualTo(2.5);
  }

  @Test
  void aNumberWithinBracesChangesToo() {
    assertThat(
            changed(edited(new Edit.SetNumber(MadeArena.PLAYBOOK, "/conclude/threshold", 1, 0.8))))
        .containsExactly(
            "-conclude: {threshold: 0.75, abstain_below: 0.35}",
            "+conclude: {threshold: 0.8, abstain_below: 0.35}");
  }

  @Test
  void aTestComesAndGoesWithItsWeights() {
    Subject.Files added = edited(new Edit.AddTest(MadeArena.PLAYBOOK, 0, "saturation", 2.5));
    assertThat(made(added).hypotheses().getFirst().tests())
        .containsExactly("timing", "word-match", "saturation");
    assertThat(made(added).hypotheses().getFirst().weights())
        .containsEntry("saturation", 2.5)
        .containsEntry("saturation.against", -2.5);
    assertThat(
            Edits.apply(added, List.of(new Edit.RemoveTest(MadeArena.PLAYBOOK, 0, "saturation"))))
        .contains(MADE);
  }

  @Test
  void testsAreReordered() {
    Subject.Files moved = edited(new Edit.MoveTest(MadeArena.PLAYBOOK, 0, "word-match", 0));
    assertThat(changed(moved))
        .containsExactly("-    test: [timing, word-match]", "+    test: [word-match, timing]");
  }

  @Test
  void symptomsComeAndTheLastOneDoesNotGo() {
    assertThat(made(edited(new Edit.Symptom(MadeArena.PLAYBOOK, "error", true))).match())
        .containsExactly("error", "latency");
    assertThat(Edits.apply(MADE, List.of(new Edit.Symptom(MadeArena.PLAYBOOK, "latency", false))))
        .isEmpty();
  }

  @Test
  void aHypothesisBecomesAPlaybookOfItsOwn() {
    Edit edit = new Edit.NewPlaybook("bad-deploy-2.md", "bad-deploy.md", 1);
    Subject.Files edited = Edits.apply(BUILT_IN, List.of(edit)).orElseThrow();
    Playbook of = edited.catalogue().find("bad-deploy-2").orElseThrow();
    assertThat(of.hypotheses()).hasSize(1);
    assertThat(of.hypotheses().getFirst())
        .isEqualTo(BUILT_IN.catalogue().find("bad-deploy").orElseThrow().hypotheses().get(1));
    assertThat(edited.files().keySet()).hasSize(BUILT_IN.files().size() + 1);
  }

  @Test
  void whatWouldBeNoPlaybookIsDiscarded() {
    List<Edit> bad =
        List.of(
            new Edit.SetNumber(MadeArena.PLAYBOOK, "/conclude/abstain_below", 0.35, 0.9),
            new Edit.SetNumber(MadeArena.PLAYBOOK, "/hypotheses/0/prior", 0.1, 1.5),
            new Edit.SetNumber(MadeArena.PLAYBOOK, "/detect/parameters/none", 0.1, 1.5),
            new Edit.SetNumber("other.md", "/conclude/threshold", 0.1, 0.5),
            new Edit.AddTest(MadeArena.PLAYBOOK, 0, "timing", 1),
            new Edit.AddTest(MadeArena.PLAYBOOK, 0, "nothing-known", 1),
            new Edit.AddTest(MadeArena.PLAYBOOK, 7, "saturation", 1),
            new Edit.RemoveTest(MadeArena.PLAYBOOK, 0, "saturation"),
            new Edit.NewPlaybook(MadeArena.PLAYBOOK, MadeArena.PLAYBOOK, 0));
    assertThat(bad).allSatisfy(edit -> assertThat(Edits.apply(MADE, List.of(edit))).isEmpty());
  }

  @Test
  void aFileCannotBeCalledWhatLeavesItsFolder() {
    assertThatThrownBy(() -> MADE.with("../policy.md", "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> MADE.with("limits.yaml", "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Each edit of the built-in playbooks: what comes out is valid and comes back from its diff. */
  @Test
  void everyEditOfTheBuiltInPlaybooksIsValidOrDiscarded() {
    int done = 0;
    List<Edit> all = everything();
    for (Edit edit : all) {
      Optional<Subject.Files> edited = Edits.apply(BUILT_IN, List.of(edit));
      edited.ifPresent(now -> {
        assertThat(Patch.apply(BUILT_IN, Diff.of(BUILT_IN, now))).as(edit.exactly()).isEqualTo(now);
        assertThat(prose(now)).as(edit.exactly()).containsAll(prose(BUILT_IN));
      });
      done += edited.isPresent() ? 1 : 0;
    }
    assertThat(done).isGreaterThan(all.size() * 9 / 10);
  }

  @Test
  void aDiffOfAnotherCatalogueIsRefused() {
    String diff = Diff.of(MADE, MadeArena.files("2.0", "0.2"));
    assertThatThrownBy(() -> Patch.apply(MadeArena.files("1.5", "0.35"), diff))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Patch.apply(BUILT_IN, diff))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<Edit> everything() {
    List<Edit> all = new ArrayList<>();
    List<Knob> knobs = Knobs.of(BUILT_IN);
    assertThat(knobs).hasSizeGreaterThan(200);
    for (int i = 0; i < knobs.size(); i += 4) {
      all.add(knobs.get(i).turned(i % 8 == 0, i % 3));
    }
    Shapes shapes = new Shapes(BUILT_IN);
    for (EditKind kind : EditKind.values()) {
      List<Edit> of = shapes.of(kind);
      for (int i = 0; i < of.size(); i += 5) {
        all.add(of.get(i));
      }
    }
    return all;
  }

  private static List<String> prose(Subject.Files files) {
    return files.files().values().stream()
        .map(text -> text.substring(text.indexOf("\n---\n")))
        .toList();
  }

  private static Subject.Files edited(Edit edit) {
    return Edits.apply(MADE, List.of(edit)).orElseThrow();
  }

  private static Playbook made(Subject.Files files) {
    return files.catalogue().find("made").orElseThrow();
  }

  private static List<String> changed(Subject.Files edited) {
    return Arrays.stream(Diff.of(MADE, edited).split("\n", -1))
        .filter(l -> l.matches("[-+](?![-+]{2} ).*"))
        .toList();
  }
}
