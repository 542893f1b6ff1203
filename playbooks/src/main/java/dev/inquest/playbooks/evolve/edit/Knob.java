package dev.inquest.playbooks.evolve.edit;

import java.util.List;

/**
 * A number of a playbook that may be turned.
 *
 * @param value where it stands
 * @param least that makes sense
 * @param most that makes sense
 * @param whole whether only whole numbers do
 * @param steps factors where {@code logarithmic}, else amounts; small, middle, large
 */
public record Knob(
    String file,
    String pointer,
    double value,
    double least,
    double most,
    boolean whole,
    boolean logarithmic,
    List<Double> steps) {
  public Knob {
    steps = List.copyOf(steps);
  }

  /**
   * @param size of the step, from 0 to 2
   */
  public Edit.SetNumber turned(boolean up, int size) {
    double step = steps.get(size);
    double to =
        logarithmic ? (up ? value * step : value / step) : (up ? value + step : value - step);
    if (whole) {
      // At least one step, or it would be no change.
      to = up ? Math.ceil(Math.max(to, value + 1)) : Math.floor(Math.min(to, value - 1));
    }
    double held = Math.clamp(to, least, most);
    return new Edit.SetNumber(file, pointer, value, Double.parseDouble(Edits.written(held)));
  }
}
