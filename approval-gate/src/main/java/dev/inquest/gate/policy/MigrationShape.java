package dev.inquest.gate.policy;

import dev.inquest.gate.repository.ComputedChange;
import dev.inquest.gate.repository.FileChange;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Exactly two new files in the configured folder: one index, and that it runs outside a
 * transaction.
 */
public final class MigrationShape {
  private final SqlLinter linter;

  public MigrationShape(SqlLinter linter) {
    this.linter = linter;
  }

  /**
   * @param folder of the service's migrations, from the gate's own service map
   * @param existing the paths in that folder at the base
   * @throws dev.inquest.failure.FailureException with the reason
   */
  public LintResult.Accepted check(ComputedChange change, String folder, List<String> existing) {
    Shape.check(change);
    if (change.files().size() != 2 || !change.files().stream().allMatch(FileChange::added)) {
      throw Refused.because(
          "migration-form",
          "files",
          "a migration is exactly two new files, V<n>__<name>.sql and its .conf");
    }
    FileChange sql = change.files().getFirst();
    FileChange conf = change.files().getLast();
    if (!conf.path().equals(sql.path() + ".conf")) {
      throw Refused.because(
          "migration-form", sql.path(), "the second file must be the first one's name with .conf");
    }
    checkVersion(sql.path(), folder, existing);
    checkCase(change, existing);
    return lint(sql, conf);
  }

  private static void checkVersion(String path, String folder, List<String> existing) {
    MigrationName name =
        MigrationName.parse(path, folder)
            .orElseThrow(() ->
                Refused.because(
                    "migration-name", path, "it must lie in " + folder + " as V<n>__<name>.sql"));
    existing.stream()
        .flatMap(other -> MigrationName.parse(other, folder).stream())
        .filter(other -> other.compareTo(name) >= 0)
        .findFirst()
        .ifPresent(other -> {
          throw Refused.because(
              "migration-version",
              path,
              "its version must be above every other, and there is " + other.path());
        });
  }

  private static void checkCase(ComputedChange change, List<String> existing) {
    Set<String> lower =
        existing.stream().map(path -> path.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    for (FileChange file : change.files()) {
      if (lower.contains(file.path().toLowerCase(Locale.ROOT))) {
        throw Refused.because(
            "path-unsafe", file.path(), file.path() + " differs from another path in case only");
      }
    }
  }

  private LintResult.Accepted lint(FileChange sql, FileChange conf) {
    String text = textOf(sql);
    TextRules.check(sql.path(), text, 8_000);
    return switch (linter.lint(text)) {
      case LintResult.Refused refused ->
          throw Refused.because("sql-refused", sql.path(), refused.why());
      case LintResult.Accepted accepted -> {
        if (linter.lintSettings(textOf(conf), accepted) instanceof LintResult.Refused refused) {
          throw Refused.because("sql-settings", conf.path(), refused.why());
        }
        yield accepted;
      }
    };
  }

  private static String textOf(FileChange file) {
    String content = file.content();
    return content == null ? "" : content;
  }
}
