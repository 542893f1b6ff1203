package dev.inquest.app.cli.local;

import dev.inquest.app.cli.output.Answer;
import dev.inquest.app.cli.output.Columns;
import dev.inquest.app.cli.output.Style;
import dev.inquest.playbook.Catalogue;
import dev.inquest.playbook.Playbook;
import dev.inquest.playbooks.format.CatalogueLoader;
import java.util.List;
import java.util.Locale;

/**
 * The answer of {@code playbooks list}.
 *
 * @param sha256 of the whole catalogue
 */
record PlaybookList(String sha256, List<Item> playbooks) implements Answer {
  /**
   * @param causes kinds of hypotheses
   * @param threshold confidence from which a cause is named
   * @param proposes the shape of what it proposes; empty where it only diagnoses
   */
  record Item(
      String id,
      int version,
      List<String> symptoms,
      List<String> causes,
      double threshold,
      String proposes,
      String sha256) {
    static Item of(Playbook playbook) {
      Playbook.Propose propose = playbook.propose();
      return new Item(
          playbook.id(),
          playbook.version(),
          List.copyOf(playbook.match()),
          playbook.hypotheses().stream()
              .map(rule -> rule.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '))
              .distinct()
              .toList(),
          playbook.conclude().threshold(),
          propose == null ? "" : propose.kind(),
          playbook.sha256());
    }
  }

  static PlaybookList of(Catalogue catalogue) {
    return new PlaybookList(
        CatalogueLoader.sha256(catalogue), catalogue.playbooks().stream().map(Item::of).toList());
  }

  @Override
  public String text(Style style) {
    return columns().text(style);
  }

  @Override
  public String markdown() {
    return columns().markdown();
  }

  @Override
  public Object json() {
    return this;
  }

  private Columns columns() {
    return new Columns(
        List.of("playbook", "version", "symptoms", "causes", "named from", "proposes"),
        playbooks.stream().map(PlaybookList::row).toList());
  }

  private static List<String> row(Item item) {
    return List.of(
        item.id(),
        Integer.toString(item.version()),
        String.join(", ", item.symptoms()),
        String.join(", ", item.causes()),
        String.format(Locale.ROOT, "%.2f", item.threshold()),
        item.proposes().isEmpty() ? "nothing" : item.proposes());
  }
}
