package dev.inquest.playbooks.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.hypothesis.Hypothesis;
import dev.inquest.investigation.Engine;
import dev.inquest.investigation.EngineLimits;
import dev.inquest.investigation.Hearing;
import dev.inquest.investigation.Sources;
import dev.inquest.investigation.StatisticalEngine;
import dev.inquest.investigation.Testimony;
import dev.inquest.limit.Budget;
import dev.inquest.playbook.Tuning;
import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.casefile.CaseFile;
import dev.inquest.playbooks.evolve.edit.Edit;
import dev.inquest.playbooks.evolve.edit.Edits;
import dev.inquest.playbooks.evolve.edit.Knobs;
import dev.inquest.playbooks.simulation.Simulator;
import dev.inquest.topology.ServiceMap;
import dev.inquest.verification.Examined;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Live incidents go stage by stage, frozen cases by what was heard: both must weigh the same. */
class TestimonyTest {
  private static final int CASES = 12;
  private static final int FEWER_CASES = 8;

  @Test
  void whatWasHeardByOneIsWeighedAsIfTheOtherHadAsked() {
    Subject.Files start = Subject.Files.builtIn();
    Subject.Files otherwise = Edits.apply(start, everyWeightTurned(start)).orElseThrow();
    assertThat(otherwise).isNotEqualTo(start);
    int suspected = 0;
    for (int i = 0; i < CASES; i++) {
      CaseFile file = new Simulator().make(i).file();
      Observed seen = seen(start, file);
      Engine first = engine(start, file);
      Testimony heard = first.hear(opened(first, file, seen));
      assertThat(engine(start, file).weigh(heard)).isEqualTo(staged(start, file, seen));
      assertThat(engine(otherwise, file).weigh(heard)).isEqualTo(staged(otherwise, file, seen));
      suspected += heard.raised().size();
    }
    assertThat(suspected).isGreaterThan(CASES);
  }

  /**
   * What one has read and found, the next does not seek again; it must find what it would alone.
   */
  @Test
  void whoHearsAfterOthersHearsWhatItWouldAlone() {
    Subject.Files start = Subject.Files.builtIn();
    List<Subject.Files> others = otherwiseByANumberOfTests(start);
    assertThat(others).hasSizeGreaterThan(Tuning.DEFAULTS.size() / 2);
    int otherwise = 0;
    for (int i = 0; i < FEWER_CASES; i++) {
      CaseFile file = new Simulator().make(i).file();
      Observed seen = seen(start, file);
      Hearing hearing = opened(engine(start, file), file, seen);
      List<Examined> first = heard(start, file, hearing);
      for (Subject.Files other : others) {
        List<Examined> alone = staged(other, file, seen);
        assertThat(heard(other, file, hearing)).isEqualTo(alone);
        otherwise += alone.equals(first) ? 0 : 1;
      }
      assertThat(heard(start, file, hearing)).isEqualTo(first);
    }
    assertThat(otherwise).isGreaterThan(FEWER_CASES);
  }

  /** Each number alone, and all of them. */
  private static List<Subject.Files> otherwiseByANumberOfTests(Subject.Files start) {
    List<Edit> each =
        Knobs.of(start).stream()
            .filter(knob -> Tuning.DEFAULTS.containsKey(name(knob.pointer())))
            .map(knob -> knob.turned(knob.value() < knob.most(), 2))
            .map(Edit.class::cast)
            .toList();
    return Stream.concat(each.stream().map(List::of), Stream.of(each))
        .map(edits -> Edits.apply(start, edits).orElseThrow())
        .toList();
  }

  private static String name(String pointer) {
    return pointer.substring(pointer.lastIndexOf('/') + 1);
  }

  private static List<Examined> heard(Subject.Files playbooks, CaseFile file, Hearing hearing) {
    Engine engine = engine(playbooks, file);
    return engine.weigh(engine.hear(hearing));
  }

  private static List<Edit> everyWeightTurned(Subject.Files files) {
    return Knobs.of(files).stream()
        .filter(knob -> knob.pointer().matches("/hypotheses/.*|/conclude/.*"))
        .map(knob -> knob.turned(knob.pointer().endsWith("prior"), 1))
        .map(Edit.class::cast)
        .toList();
  }

  private static Observed seen(Subject.Files playbooks, CaseFile file) {
    Replay replay = new Replay(playbooks.catalogue(), StatisticalEngine::new, () -> 0);
    return replay.look(file, replay.notice(file, replay.collect(file)));
  }

  private static Hearing opened(Engine engine, CaseFile file, Observed seen) {
    return engine.open(
        seen.scope(),
        seen.gathered(),
        seen.detection(),
        CaseSources.services(file),
        CaseSources.of(file),
        seen.book().fork(),
        budget(file));
  }

  private static List<Examined> staged(Subject.Files playbooks, CaseFile file, Observed seen) {
    Engine engine = engine(playbooks, file);
    ServiceMap services = CaseSources.services(file);
    Sources sources = CaseSources.of(file);
    List<Hypothesis> hypotheses =
        engine.hypothesise(seen.scope(), seen.gathered(), seen.detection(), services);
    return engine.verify(
        seen.scope(),
        seen.gathered(),
        seen.detection(),
        hypotheses,
        services,
        sources,
        seen.book().fork(),
        budget(file));
  }

  private static Engine engine(Subject.Files playbooks, CaseFile file) {
    return new StatisticalEngine(playbooks.catalogue(), EngineLimits.DEFAULT, clock(file));
  }

  private static Budget budget(CaseFile file) {
    return new Budget(clock(file), file.info().to().plus(Duration.ofMinutes(1)), 1_000);
  }

  private static Clock clock(CaseFile file) {
    return Clock.fixed(file.info().to(), ZoneOffset.UTC);
  }
}
