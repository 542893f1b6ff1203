package dev.inquest.playbooks.simulation;

import dev.inquest.alert.Alert;
import dev.inquest.change.Change;
import dev.inquest.playbooks.casefile.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Lets a fault happen, stronger until somebody is alerted. */
final class Happening {
  private static final int STRONGER_TIMES = 6;
  private static final double STRONGER = 1.6;

  private final Dice dice;
  private final Difficulty drawn;
  private final FaultKind kind;

  Happening(Dice dice, Difficulty drawn, FaultKind kind) {
    this.dice = dice;
    this.drawn = drawn;
    this.kind = kind;
  }

  /** What happened, as far as it is evidence. */
  record Happened(Incident incident, List<Alert> alerts, List<Change> changes) {}

  /** Empty where the world has no place for the fault, or nobody would notice it. */
  Optional<Happened> incident() {
    World world = WorldMaker.make(dice.fork("world"), drawn.services());
    return kind.planner().plan(new Stage(world, dice.fork("plan"))).flatMap(p -> happen(world, p));
  }

  private Optional<Happened> happen(World world, Plan plan) {
    boolean healthy = plan.verdict() == Answer.Verdict.HEALTHY;
    Difficulty difficulty = fair(plan);
    Timeframe time = time(plan, healthy);
    Load load = new Load(dice.fork("load"), time, peak(time), difficulty.noise());
    House house = House.draw(dice.fork("house"), canary(plan));
    Timeline timeline = Timeline.draw(dice.fork("timeline"), world, time, plan, difficulty);
    int blip = healthy ? (int) (time.steps() * dice.between(0.6, 0.75)) : 0;
    // As long as nothing is turned, whatever happens then went on alike.
    Flow before = Flow.upTo(healthy ? blip : time.onset(), world, load, time);
    History usual = before.on(Turning.NOTHING);
    double force = difficulty.effect();
    for (int i = 0; i < STRONGER_TIMES; i++) {
      Turning turning = turning(plan, timeline, time, force, blip);
      History history = plan.effect().equals(Effect.NONE) ? usual : before.on(turning);
      Incident incident =
          new Incident(
              world, time, plan, timeline, difficulty, house, history, usual, time.steps());
      List<Alarms.Fired> fired =
          healthy
              ? FalseAlarms.of(kind.name(), dice.fork("alarms"), incident, blip)
              : Alarms.of(dice.fork("alarms"), incident);
      if (!fired.isEmpty()) {
        return Optional.of(seen(incident, fired, healthy));
      }
      force *= STRONGER;
    }
    return Optional.empty();
  }

  /** In the seconds of a day: some time by day, or just when the alert fires. */
  private double peak(Timeframe time) {
    double by = dice.fork("peak").between(10.0, 20.0) * 3600;
    return kind.name().equals(HealthyDays.PEAK) ? time.secondOfDay(time.steps() - 1) : by;
  }

  private static boolean canary(Plan plan) {
    return plan.guilt() != null && plan.guilt().rollout() == Guilt.Rollout.CANARY;
  }

  private Timeframe time(Plan plan, boolean healthy) {
    Dice own = dice.fork("time");
    boolean day = kind.span() == FaultKind.Span.DAY || (plan.rampSeconds() == 0 && own.chance(0.1));
    Timeframe time = Timeframe.draw(own, day, plan.rampSeconds());
    return healthy
        ? new Timeframe(time.start(), time.stepSeconds(), time.steps(), time.steps())
        : time;
  }

  /** What is missing must not be the only thing that tells. */
  private Difficulty fair(Plan plan) {
    boolean change = plan.guilt() != null;
    boolean nobody = plan.verdict() == Answer.Verdict.NO_CODE_CAUSE;
    boolean changes = drawn.changes() || nobody;
    boolean untold = change && !(drawn.diffs() && changes);
    boolean logs = drawn.logs() || nobody || untold;
    boolean diffs = drawn.diffs() || !change;
    return new Difficulty(
        drawn.services(),
        drawn.noise(),
        drawn.gaps(),
        drawn.decoys(),
        drawn.effect(),
        drawn.traces(),
        logs,
        drawn.topology() || !drawn.traces(),
        diffs,
        changes);
  }

  private static Turning turning(
      Plan plan, Timeline timeline, Timeframe time, double force, int blip) {
    boolean healthy = plan.verdict() == Answer.Verdict.HEALTHY;
    int length = Math.max(2, 60 / time.stepSeconds());
    return (dials, step) -> {
      boolean there = healthy ? step >= blip && step < blip + length : step >= time.onset();
      if (there) {
        Instant at = time.at(step);
        double since = (step - time.onset() + 1) * (double) time.stepSeconds();
        double ramp = plan.rampSeconds() <= 0 ? 1 : Math.min(1, since / plan.rampSeconds());
        plan.effect()
            .turn(
                dials,
                new Moment(
                    healthy ? 1 : ramp, force, replica -> healthy || timeline.on(replica, at)));
      }
    };
  }

  /** The evidence ends some minutes after the first alert. */
  private Happened seen(Incident incident, List<Alarms.Fired> fired, boolean healthy) {
    Dice own = dice.fork("end");
    int step = incident.time().stepSeconds();
    int more = Math.max(3, (int) (own.scaled(180, 900) / step));
    Incident cut = healthy ? incident : incident.until(fired.getFirst().step() + more);
    List<Alert> alerts =
        fired.stream().filter(f -> f.step() < cut.end()).map(Alarms.Fired::alert).toList();
    Instant end = incident.time().at(cut.end());
    boolean feed =
        incident.difficulty().changes()
            && (incident.plan().guilt() != null
                || incident.plan().verdict() == Answer.Verdict.NO_CODE_CAUSE
                || !own.chance(0.3));
    List<Change> changes =
        feed
            ? incident.timeline().changes().stream()
                .filter(c -> c.at().isBefore(end))
                .filter(c -> c.at().isAfter(incident.time().start().minus(Duration.ofHours(2))))
                .toList()
            : List.of();
    return new Happened(cut, alerts, changes);
  }
}
