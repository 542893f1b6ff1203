package dev.inquest.verification;

import dev.inquest.hypothesis.Hypothesis;
import dev.inquest.playbook.Catalogue;

/** Numbers that a playbook gives under {@code detect.parameters}, else these. */
final class Tuning {
  private final Catalogue catalogue;
  private final String playbook;

  private Tuning(Catalogue catalogue, String playbook) {
    this.catalogue = catalogue;
    this.playbook = playbook;
  }

  static Tuning of(Catalogue catalogue, Hypothesis hypothesis) {
    return new Tuning(catalogue, hypothesis.playbook());
  }

  double number(String name, double otherwise) {
    return catalogue
        .find(playbook)
        .map(found -> found.detectParameter(name, otherwise))
        .orElse(otherwise);
  }
}
