package dev.inquest.app.cli.local;

import dev.inquest.app.cli.output.Answer;
import dev.inquest.app.cli.output.Style;
import dev.inquest.app.storage.CleanText;
import dev.inquest.playbooks.format.CatalogueLoader;
import dev.inquest.playbooks.format.Violation;
import java.util.List;
import java.util.stream.Collectors;

/** The answer of {@code playbooks validate}. */
record PlaybookValidation(int files, List<Violation> violations) implements Answer {
  private static final int MAX_CHARS = 500;

  PlaybookValidation {
    violations = List.copyOf(violations);
  }

  static PlaybookValidation of(CatalogueLoader.Checked checked) {
    return new PlaybookValidation(checked.files(), checked.violations());
  }

  @Override
  public String text(Style style) {
    return lines("") + verdict() + "\n";
  }

  @Override
  public String markdown() {
    String list = lines("- ");
    return verdict() + "\n" + (list.isEmpty() ? "" : "\n" + list);
  }

  @Override
  public Object json() {
    return this;
  }

  private String lines(String bullet) {
    return violations.stream()
        .map(violation -> bullet + CleanText.of(violation.toString(), MAX_CHARS) + "\n")
        .collect(Collectors.joining());
  }

  private String verdict() {
    String playbooks = files == 1 ? "1 playbook" : files + " playbooks";
    long wrong = violations.stream().map(Violation::file).distinct().count();
    return wrong == 0 ? playbooks + ": valid." : playbooks + ": " + wrong + " not valid.";
  }
}
