package dev.inquest.playbooks.simulation;

import dev.inquest.playbooks.casefile.Answer;
import java.util.List;
import java.util.Optional;

/** Days on which nothing is wrong, and yet an alert fires. */
final class HealthyDays {
  static final String PEAK = "healthy-daily-peak";
  static final String BLIP = "healthy-blip";
  static final String FLAPPING = "healthy-flapping";
  static final String FALSE_ALARM = "healthy-false-alarm";

  private HealthyDays() {}

  static final List<FaultKind> KINDS =
      List.of(
          new FaultKind(PEAK, FaultKind.Span.DAY, stage -> entry(stage)),
          FaultKind.of(BLIP, HealthyDays::blip),
          FaultKind.of(FLAPPING, HealthyDays::any),
          FaultKind.of(FALSE_ALARM, HealthyDays::any));

  private static Optional<Plan> entry(Stage stage) {
    return stage.service(p -> p.arrivals() > 0).map(p -> plan(p, Effect.NONE));
  }

  private static Optional<Plan> any(Stage stage) {
    return stage.service(p -> true).map(p -> plan(p, Effect.NONE));
  }

  /** Something that lasted a few steps and is over. */
  private static Optional<Plan> blip(Stage stage) {
    return stage
        .service(p -> true)
        .map(p ->
            plan(
                p,
                (dials, now) -> {
                  for (Replica replica : p.replicas()) {
                    dials.extra[replica.index()] += 4 * p.hold() * now.ramp();
                    dials.fail[replica.index()] += 0.1 * now.ramp();
                  }
                }));
  }

  private static Plan plan(Part part, Effect effect) {
    return new Plan(
        part, Answer.Verdict.HEALTHY, effect, 0, null, List.of(), "", List.of(), List.of(), null);
  }
}
