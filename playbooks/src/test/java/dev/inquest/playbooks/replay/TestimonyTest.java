package dev.inquest.playbooks.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.hypothesis.Hypothesis;
import dev.inquest.investigation.Engine;
import dev.inquest.investigation.EngineLimits;
import dev.inquest.investigation.Sources;
import dev.inquest.investigation.StatisticalEngine;
import dev.inquest.investigation.Testimony;
import dev.inquest.limit.Budget;
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
import org.junit.jupiter.api.Test;

/** Live incidents go stage by stage, frozen cases by what was heard: both must weigh the same. */
class TestimonyTest {
  private static final int CASES = 12;

  @Test
  void whatWasHeardByOneIsWeighedAsIfTheOtherHadAsked() {
    Subject.Files start = Subject.Files.builtIn();
    Subject.Files otherwise = Edits.apply(start, everyWeightTurned(start)).orElseThrow();
    assertThat(otherwise).isNotEqualTo(start);
    int suspected = 0;
    for (int i = 0; i < CASES; i++) {
      CaseFile file = new Simulator().make(i).file();
      Observed seen = new Replay(start.catalogue(), StatisticalEngine::new, () -> 0).look(file);
      Testimony heard = heard(engine(start, file), file, seen);
      assertThat(engine(start, file).weigh(heard)).isEqualTo(staged(start, file, seen));
      assertThat(engine(otherwise, file).weigh(heard)).isEqualTo(staged(otherwise, file, seen));
      suspected += heard.raised().size();
    }
    assertThat(suspected).isGreaterThan(CASES);
  }

  private static List<Edit> everyWeightTurned(Subject.Files files) {
    return Knobs.of(files).stream()
        .filter(knob -> knob.pointer().matches("/hypotheses/.*|/conclude/.*"))
        .map(knob -> knob.turned(knob.pointer().endsWith("prior"), 1))
        .map(Edit.class::cast)
        .toList();
  }

  private static Testimony heard(Engine engine, CaseFile file, Observed seen) {
    return engine.hear(
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
