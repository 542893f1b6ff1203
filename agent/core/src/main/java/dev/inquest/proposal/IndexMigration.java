package dev.inquest.proposal;

import dev.inquest.evidence.ProbeAnswer;
import dev.inquest.investigation.Figures;
import dev.inquest.investigation.ProposeResult;
import dev.inquest.verification.Outcome;
import dev.inquest.verification.Verification;
import dev.inquest.verification.Witness;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A new migration that builds the lacking index without stopping writes. */
final class IndexMigration {
  private static final int MAX_MIGRATIONS = 5_000;

  /** Longer waits for a lock would queue the application's own statements behind them. */
  private static final String LOCK_TIMEOUT = "5s";

  private final Ground ground;

  private IndexMigration(Ground ground) {
    this.ground = ground;
  }

  static ProposeResult draft(Ground ground) {
    return new IndexMigration(ground).draft();
  }

  private ProposeResult draft() {
    Optional<Map<String, String>> facts = facts();
    String folder = ground.entry().migrations();
    if (facts.isEmpty()) {
      return new ProposeResult.Nothing("No index was found to be lacking.");
    }
    if (folder == null || folder.isBlank()) {
      return new ProposeResult.Nothing(
          "The service map names no migrations folder for " + ground.entry().name() + ".");
    }
    String target = facts.get().getOrDefault("target", "");
    String table = facts.get().getOrDefault("table", "");
    List<String> columns = List.of(facts.get().getOrDefault("columns", "").split(",", -1));
    Optional<String> complaint = complaint(target, table, columns, folder);
    if (complaint.isPresent()) {
      return new ProposeResult.Nothing(complaint.get());
    }
    String index = Identifiers.indexName(table, columns, taken(target, table));
    return new ProposeResult.Draft(draft(folder, table, columns, index));
  }

  /** What forbids it, in one sentence; empty where nothing does. */
  private Optional<String> complaint(
      String target, String table, List<String> columns, String folder) {
    if (!Identifiers.plainTable(table) || !columns.stream().allMatch(Identifiers::plain)) {
      return Optional.of("The table or a column has a name that would need quoting.");
    }
    if (!existing(target, table).containsAll(columns)) {
      return Optional.of(
          "The catalogue of " + target + " no longer shows these columns of " + table + ".");
    }
    boolean off =
        FlywayLock.isOff(
            ground.source(), ground.repository(), ground.baseSha(), folder, ground.entry().paths());
    return off
        ? Optional.empty()
        : Optional.of(
            "The repository keeps Flyway's transactional lock, with which the index would wait "
                + "for ever. Add: "
                + FlywayLock.lineToAdd()
                + ".");
  }

  private ProposalDraft draft(String folder, String table, List<String> columns, String index) {
    String under = folder.endsWith("/") ? folder : folder + "/";
    String version = MigrationNumbering.next(migrations(under), ground.scope().window().to());
    String title = "Add the index " + index;
    String path =
        under
            + version
            + "__add_index_"
            + Identifiers.local(table)
            + "_"
            + String.join("_", columns);
    String rollback = "DROP INDEX CONCURRENTLY IF EXISTS " + Identifiers.quoted(index) + ";";
    String about =
        "Adds an index on "
            + table
            + " ("
            + String.join(", ", columns)
            + "), built concurrently and outside a transaction, so that reads and writes go on."
            + measured();
    String undo = "A new migration, outside a transaction: `" + rollback + "`";
    return new ProposalDraft(
        ProposalKind.MIGRATION,
        ground.incident(),
        ground.entry().name(),
        ground.baseSha(),
        List.of(
            new ProposedFile(path + ".sql", sql(table, columns, index)),
            new ProposedFile(path + ".sql.conf", "executeInTransaction=false\n")),
        null,
        title + "\n\n" + about + "\n",
        title,
        Description.of(ground, about, undo),
        undo,
        ground.cause().evidence(),
        Description.stated(ground));
  }

  private static String sql(String table, List<String> columns, String index) {
    String name = Identifiers.quoted(index);
    String list = String.join(", ", columns.stream().map(Identifiers::quoted).toList());
    return "SET lock_timeout = '"
        + LOCK_TIMEOUT
        + "';\nDROP INDEX CONCURRENTLY IF EXISTS "
        + name
        + ";\nCREATE INDEX CONCURRENTLY "
        + name
        + " ON "
        + Identifiers.quotedTable(table)
        + " ("
        + list
        + ");\n";
  }

  private String measured() {
    return ground.examined().verifications().stream()
        .filter(v -> v.test().equals("index-rehearsal"))
        .filter(v -> v.outcome() instanceof Outcome.Supported)
        .map(Verification::facts)
        .filter(f -> f.containsKey("before_ms") && f.containsKey("after_ms"))
        .map(f ->
            " On a sampled copy the statement took "
                + milliseconds(f.get("before_ms"))
                + " without it and "
                + milliseconds(f.get("after_ms"))
                + " with it.")
        .findFirst()
        .orElse(" It was not rehearsed.");
  }

  private static String milliseconds(@org.jspecify.annotations.Nullable String number) {
    return number == null ? "" : Figures.seconds(Double.parseDouble(number) / 1e3);
  }

  private Optional<Map<String, String>> facts() {
    return ground.examined().verifications().stream()
        .filter(v -> v.test().equals("seq-scan-plan"))
        .filter(v -> v.outcome() instanceof Outcome.Supported)
        .map((Verification v) -> (Map<String, String>) v.facts())
        .findFirst();
  }

  private List<String> migrations(String folder) {
    List<String> names = new ArrayList<>();
    for (String path :
        ground.source().list(ground.repository(), ground.baseSha(), folder, MAX_MIGRATIONS)) {
      names.add(path.substring(path.lastIndexOf('/') + 1));
    }
    return names;
  }

  private Set<String> existing(String target, String table) {
    return column(ground.witness().ask("table-columns", target, Map.of("table", table)), "column");
  }

  private Set<String> taken(String target, String table) {
    return column(ground.witness().ask("table-indexes", target, Map.of("table", table)), "index");
  }

  private static Set<String> column(Witness.Said said, String column) {
    Set<String> values = new TreeSet<>();
    ProbeAnswer answer = said.answer();
    for (int row = 0; said.answered() && row < answer.rows().size(); row++) {
      Object cell = answer.cell(row, column);
      if (cell != null) {
        values.add(cell.toString());
      }
    }
    return values;
  }
}
