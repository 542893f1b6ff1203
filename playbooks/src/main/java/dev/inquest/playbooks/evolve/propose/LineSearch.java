package dev.inquest.playbooks.evolve.propose;

import dev.inquest.playbooks.evolve.edit.Edit;
import dev.inquest.playbooks.evolve.edit.Knob;
import dev.inquest.playbooks.evolve.record.RoundRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which way to turn which number: on where it gained, back where it lost, elsewhere where it did
 * nothing.
 */
final class LineSearch {
  private static final double UNTRIED = 1;
  private static final double GAINED = 5;
  private static final double OTHER_WAY_LOST = 2.5;
  private static final double LOST = 0.1;
  private static final double DID_NOTHING = 0.03;
  private static final int LARGEST = 2;

  private record Turn(String target, boolean up) {}

  /** A number and a way to turn it. */
  record Option(Knob knob, boolean up) {}

  private final Map<Turn, Double> gains = new HashMap<>();
  private final Map<Turn, Integer> effects = new HashMap<>();

  /** Learns from rounds that turned numbers of one kind in one direction. */
  LineSearch(List<RoundRecord> past) {
    for (RoundRecord round : past) {
      if (!round.confirmation() && round.decision().screening() != null) {
        List<Edit> edits = round.plan().edits();
        for (Edit edit : edits) {
          if (edit instanceof Edit.SetNumber number) {
            Turn turn = new Turn(number.target(), number.to() > number.from());
            gains.merge(turn, round.gain() / edits.size(), Double::sum);
            int told = round.decision().screening().wins() + round.decision().screening().losses();
            effects.merge(turn, told, Integer::sum);
          }
        }
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

  double weight(Option option) {
    Turn turn = turn(option, option.up);
    Turn back = turn(option, !option.up);
    Double gain = gains.get(turn);
    if (gain != null) {
      return gain > 0 ? GAINED : effects.getOrDefault(turn, 0) == 0 ? DID_NOTHING : LOST;
    }
    Double backGain = gains.get(back);
    if (backGain == null || backGain > 0) {
      return UNTRIED;
    }
    return effects.getOrDefault(back, 0) == 0 ? DID_NOTHING : OTHER_WAY_LOST;
  }

  /** Small, middle or large; larger where it went well. */
  int size(Option option, boolean wide, double luck) {
    if (wide || gains.getOrDefault(turn(option, option.up), 0.0) > 0) {
      return LARGEST;
    }
    return (int) (luck * (LARGEST + 1));
  }

  private static Turn turn(Option option, boolean up) {
    return new Turn(option.knob.file() + option.knob.pointer(), up);
  }
}
