package dev.inquest.playbooks.evolve.propose;

import dev.inquest.playbooks.evolve.edit.Edit;
import dev.inquest.playbooks.evolve.edit.EditKind;
import dev.inquest.playbooks.evolve.edit.Knob;
import dev.inquest.playbooks.evolve.record.Look;
import dev.inquest.playbooks.evolve.record.RoundRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which way to turn which number: on where it gained, back where it lost, elsewhere where it did
 * nothing or little. What a number did is what it did to the present incumbent; a keep makes
 * another landscape. What told no task apart hardly ever will.
 */
final class LineSearch {
  private static final double DID_NOTHING = 0.03;

  /** Once turned that way without a clear gain. */
  private static final double DID_LITTLE = 0.2;

  private static final double CLEAR = 1;

  /** A task's luck, so that what hardly strays at all is no clear gain. */
  private static final double LUCK = 1;

  /** How much a standard deviation of gain counts, the way it was turned and against it. */
  private static final double ON = 1.2;

  private static final double BACK = -0.6;

  /** No weight is more than that, or less than its inverse, in powers of e. */
  private static final double MOST = 2.5;

  private static final int LARGEST = 2;

  private record Turn(String target, boolean up) {}

  /** A number and a way to turn it. */
  record Option(Knob knob, boolean up) {}

  private final Map<Turn, Double> gains = new HashMap<>();
  private final Map<Turn, Double> told = new HashMap<>();

  LineSearch(List<RoundRecord> past) {
    for (RoundRecord round : past) {
      if (round.kept()) {
        told.values().removeIf(spread -> spread > 0);
        gains.keySet().retainAll(told.keySet());
      }
      round.looked().forEach(this::learn);
    }
  }

  /** Edits that were tried together share what they gained. */
  private void learn(Look look) {
    if (look.kind() == EditKind.CLIMB) {
      return; // what its last step did is not told by the whole
    }
    double share = 1.0 / look.edits().size();
    for (Edit edit : look.edits()) {
      if (edit instanceof Edit.SetNumber number) {
        Turn turn = new Turn(number.target(), number.to() > number.from());
        gains.merge(turn, look.value() * share, Double::sum);
        told.merge(turn, look.spread() * share, Double::sum);
      }
    }
  }

  List<Option> options(List<Knob> knobs) {
    List<Option> options = new ArrayList<>();
    for (Knob knob : knobs) {
      if (knob.value() < knob.most()) {
        options.add(new Option(knob, true));
      }
      if (knob.value() > knob.least()) {
        options.add(new Option(knob, false));
      }
    }
    return options;
  }

  /** 1 for what was never tried. */
  double weight(Option option) {
    Turn on = turn(option, option.up);
    Turn back = turn(option, !option.up);
    if (tried(on, back) && told(on) + told(back) == 0) {
      return DID_NOTHING;
    }
    double power = ON * strength(on) + BACK * strength(back);
    double known = told.containsKey(on) && strength(on) < CLEAR ? DID_LITTLE : 1;
    return known * StrictMath.exp(Math.clamp(power, -MOST, MOST));
  }

  /** Small, middle or large; large where it went well. */
  int size(Option option, boolean wide, double luck) {
    boolean well = strength(turn(option, option.up)) > CLEAR;
    return wide || well ? LARGEST : (int) (luck * (LARGEST + 1));
  }

  private boolean tried(Turn on, Turn back) {
    return told.containsKey(on) || told.containsKey(back);
  }

  private double told(Turn turn) {
    return told.getOrDefault(turn, 0.0);
  }

  /** Gain in standard deviations of chance. */
  private double strength(Turn turn) {
    return gains.getOrDefault(turn, 0.0) / StrictMath.sqrt(told(turn) + LUCK);
  }

  private static Turn turn(Option option, boolean up) {
    return new Turn(option.knob.file() + option.knob.pointer(), up);
  }
}
