package dev.inquest.playbook;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ObjDoubleConsumer;

/** Numbers of the tests of changes that a playbook gives under {@code detect.parameters}. */
public final class Tuning {
  /** Every such number, with what it is where no playbook says. */
  public static final SortedMap<String, Double> DEFAULTS =
      Collections.unmodifiableSortedMap(new TreeMap<>(defaults()));

  private final Catalogue catalogue;
  private final String playbook;
  private final ObjDoubleConsumer<String> read;

  /**
   * @param playbook its id
   */
  public Tuning(Catalogue catalogue, String playbook) {
    this(catalogue, playbook, (name, number) -> {});
  }

  /**
   * @param playbook its id
   * @param read is told every number that is asked for, by its name
   */
  public Tuning(Catalogue catalogue, String playbook, ObjDoubleConsumer<String> read) {
    this.catalogue = catalogue;
    this.playbook = playbook;
    this.read = read;
  }

  /**
   * @throws IllegalArgumentException where there is no such number
   */
  public double number(String name) {
    Double otherwise = DEFAULTS.get(name);
    if (otherwise == null) {
      throw new IllegalArgumentException("no such parameter: " + name);
    }
    double number =
        catalogue
            .find(playbook)
            .map(found -> found.detectParameter(name, otherwise))
            .orElse(otherwise);
    read.accept(name, number);
    return number;
  }

  private static Map<String, Double> defaults() {
    return Map.ofEntries(
        Map.entry("change_prior_mass", 1.0),
        Map.entry("rival_prior_mass", 1.0),
        Map.entry("change_window_minutes", 45.0),
        Map.entry("fit_floor", 0.25),
        Map.entry("form_mention", 0.3),
        Map.entry("form_structure", 0.8),
        Map.entry("form_value", 1.0),
        Map.entry("full_factor", 4.0),
        Map.entry("late_strength", 0.35),
        Map.entry("max_changes", 12.0),
        Map.entry("outside_share", 0.5),
        Map.entry("place_alerting", 0.6),
        Map.entry("place_least", 0.2),
        Map.entry("place_shared", 0.8),
        Map.entry("prompt_minutes", 30.0),
        Map.entry("sign_other", 0.5),
        Map.entry("sign_plain", 0.4),
        Map.entry("sign_plausible", 0.35),
        Map.entry("sign_share_power", 0.33),
        Map.entry("sign_telling", 1.0),
        Map.entry("slight_factor", 1.5),
        Map.entry("unfit_strength", 0.3),
        Map.entry("word_compound", 1.0),
        Map.entry("word_floor", 0.35),
        Map.entry("word_pair", 0.7),
        Map.entry("word_scale", 1.0),
        Map.entry("word_simple", 0.3),
        Map.entry("word_value", 0.6));
  }
}
