package dev.inquest.app.cli.connectors;

import dev.inquest.app.cli.output.Answer;
import dev.inquest.app.cli.output.Columns;
import dev.inquest.app.cli.output.Style;
import java.util.List;

/** The answer of {@code connectors list}. */
record ConnectorList(List<Connector> connectors) implements Answer {
  ConnectorList {
    connectors = List.copyOf(connectors);
  }

  @Override
  public String text(Style style) {
    return columns().text(style) + "\nTo try those that are on: inquest connectors verify\n";
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
        List.of("connector", "used by", "state", "where"),
        connectors.stream().map(ConnectorList::row).toList());
  }

  private static List<String> row(Connector connector) {
    return List.of(
        connector.name(),
        connector.role().wire(),
        connector.configured() ? "on" : "off",
        connector.configured()
            ? String.join(", ", connector.where())
            : "set " + connector.key() + (connector.key().endsWith("repository") ? "" : ".*"));
  }
}
