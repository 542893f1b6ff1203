package dev.inquest.playbooks.evolve.report;

import java.util.List;

/** A part of a report, whatever it is written as. Texts are raw; writers escape. */
sealed interface Block {
  record Heading(int level, String text) implements Block {}

  record Text(String text) implements Block {}

  record Table(List<String> columns, List<List<String>> rows) implements Block {
    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /**
   * A value by round, with the rounds that are marked.
   *
   * @param values of round 1, 2, …; at least one
   */
  record Chart(String title, List<Double> values, List<Integer> marked) implements Block {
    public Chart {
      values = List.copyOf(values);
      marked = List.copyOf(marked);
    }
  }
}
