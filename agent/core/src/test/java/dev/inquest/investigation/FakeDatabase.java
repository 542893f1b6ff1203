package dev.inquest.investigation;

import dev.inquest.evidence.CheckResult;
import dev.inquest.evidence.DatabaseProbe;
import dev.inquest.evidence.ProbeAnswer;
import dev.inquest.evidence.ProbeQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A database that answers templates with prepared rows, and nothing else. */
final class FakeDatabase implements DatabaseProbe {
  private record Table(List<String> columns, List<List<@Nullable Object>> rows, String grade) {}

  private final String target;
  private final Map<String, Table> answers = new HashMap<>();

  FakeDatabase(String target) {
    this.target = target;
  }

  /** Prepares an answer; columns are parted by blanks. */
  void answers(String template, String columns, @Nullable Object[]... rows) {
    List<List<@Nullable Object>> list = new ArrayList<>();
    for (@Nullable Object[] row : rows) {
      list.add(new ArrayList<>(Arrays.asList(row)));
    }
    answers.put(template, new Table(List.of(columns.split(" ", -1)), list, "observed"));
  }

  static @Nullable Object[] row(@Nullable Object... cells) {
    return cells;
  }

  @Override
  public Set<String> targets() {
    return Set.of(target);
  }

  @Override
  public Set<String> templates() {
    return answers.keySet();
  }

  @Override
  public ProbeAnswer ask(ProbeQuery query) {
    Table table = answers.get(query.template());
    return table == null
        ? ProbeAnswer.failed(query, Instant.EPOCH, "untestable (not prepared)")
        : new ProbeAnswer(query, Instant.EPOCH, table.columns(), table.rows(), table.grade(), null);
  }

  @Override
  public String name() {
    return "fake-database";
  }

  @Override
  public CheckResult check() {
    return CheckResult.ok("in memory");
  }
}
