package dev.inquest.app.investigation;

import dev.inquest.app.incident.KnownTopology;
import dev.inquest.app.investigation.Findings.Finding;
import dev.inquest.investigation.Engine;
import dev.inquest.investigation.Sources;
import dev.inquest.investigation.Stage;
import dev.inquest.topology.ServiceMap;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Component;

/** Calls the run's engine for each stage with what the stages before it found. */
@Component
class Stages {
  private final ServiceMap services;
  private final Sources sources;
  private final KnownTopology topology;
  private final Clock clock;
  private final Executor gathering =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("gather-", 0).factory());

  Stages(ServiceMap services, Sources sources, KnownTopology topology, Clock clock) {
    this.services = services;
    this.sources = sources;
    this.topology = topology;
    this.clock = clock;
  }

  Finding run(Stage stage, Run run) {
    Findings f = run.findings();
    Engine engine = run.engine();
    return switch (stage) {
      case SCOPE ->
          new Finding.Scoped(
              engine.scope(run.alerts(), services, topology.current(), clock.instant()));
      case GATHER ->
          new Finding.Read(
              engine.gather(f.scope(), services, sources, run.book(), run.budget(), gathering));
      case DETECT -> new Finding.Detected(engine.detect(f.scope(), f.gathered(), run.book()));
      case HYPOTHESISE ->
          new Finding.Suspected(
              engine.hypothesise(f.scope(), f.gathered(), f.detection(), services));
      case VERIFY -> verify(run, f);
      case CONCLUDE ->
          new Finding.Concluded(
              engine.conclude(f.scope(), f.gathered(), f.detection(), f.examined()));
      case PROPOSE -> propose(run, f);
    };
  }

  private Finding verify(Run run, Findings f) {
    return new Finding.Tested(
        run.engine()
            .verify(
                f.scope(),
                f.gathered(),
                f.detection(),
                f.hypotheses(),
                services,
                sources,
                run.book(),
                run.budget()));
  }

  private Finding propose(Run run, Findings f) {
    return new Finding.Proposed(
        run.engine()
            .propose(
                run.incident(),
                f.scope(),
                f.gathered(),
                f.diagnosis(),
                f.examined(),
                services,
                sources,
                run.budget()));
  }
}
