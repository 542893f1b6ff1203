package dev.inquest.playbooks.simulation;

import dev.inquest.change.ChangeKind;
import dev.inquest.topology.Topology.NodeKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Where a fault looks for a place of its own. */
record Stage(World world, Dice dice) {
  private static final double BUSY = 0.5;

  /** One of our services that is asked something, and that satisfies the wish. */
  Optional<Part> service(Predicate<Part> wish) {
    return any(world.parts(p -> p.service() && p.ours() && p.rate() > BUSY && wish.test(p)));
  }

  Optional<Part> part(NodeKind kind) {
    return any(world.parts(p -> p.is(kind) && p.rate() > 0.1));
  }

  /** A call of one of our services that satisfies the wish. */
  Optional<Call> call(Predicate<Call> wish) {
    return any(
        world.calls().stream()
            .filter(c -> world.part(c.from()).service() && world.part(c.from()).rate() > BUSY)
            .filter(c -> world.part(c.from()).ours() && wish.test(c))
            .toList());
  }

  Optional<Call> callTo(NodeKind kind) {
    return call(c -> c.critical() && world.part(c.to()).is(kind));
  }

  Part from(Call call) {
    return world.part(call.from());
  }

  Part to(Call call) {
    return world.part(call.to());
  }

  Map<String, String> words(Part part) {
    return Patches.words(dice, world, part, null);
  }

  Map<String, String> words(Call call) {
    return Patches.words(dice, world, from(call), call);
  }

  /** A change that takes effect everywhere at once. */
  Guilt guilt(ChangeKind kind, Part part, String mechanism, Map<String, String> words) {
    Patch patch = Patches.GUILTY.draw(mechanism, dice, part, words);
    return new Guilt(kind, part, patch, Guilt.Rollout.AT_ONCE, false);
  }

  /** Code that may reach one replica after the other. */
  Guilt release(Part part, String mechanism, Map<String, String> words) {
    Guilt guilt = guilt(ChangeKind.COMMIT, part, mechanism, words);
    boolean rolls = part.replicas().size() > 1 && dice.chance(0.6);
    return rolls ? guilt.rolling(Guilt.Rollout.ROLLING) : guilt;
  }

  /** Of an attempt at that call on an average day. */
  double usualSeconds(Call call) {
    return to(call).hold();
  }

  private <T> Optional<T> any(List<T> list) {
    return list.isEmpty() ? Optional.empty() : Optional.of(dice.pick(list));
  }
}
