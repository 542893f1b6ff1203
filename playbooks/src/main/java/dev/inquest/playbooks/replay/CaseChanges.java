package dev.inquest.playbooks.replay;

import dev.inquest.change.Change;
import dev.inquest.change.ChangeAnswer;
import dev.inquest.change.ChangeQuery;
import dev.inquest.change.ChangeSource;
import dev.inquest.evidence.CheckResult;
import java.util.List;

/** The changes of a case; one that names no service may concern any. */
record CaseChanges(List<Change> all) implements ChangeSource {
  CaseChanges {
    all = List.copyOf(all);
  }

  @Override
  public String name() {
    return CaseSources.NAME;
  }

  @Override
  public CheckResult check() {
    return CheckResult.ok(all.size() + " changes");
  }

  @Override
  public ChangeAnswer changes(ChangeQuery query) {
    List<Change> wanted =
        all.stream()
            .filter(change -> query.window().contains(change.at()))
            .filter(change -> concerns(change, query))
            .toList();
    int left = Math.max(0, wanted.size() - query.max());
    List<String> warnings = left == 0 ? List.of() : List.of(left + " older changes left out");
    return new ChangeAnswer("changes.json " + query, wanted.subList(left, wanted.size()), warnings);
  }

  private static boolean concerns(Change change, ChangeQuery query) {
    String service = change.service();
    return query.services().isEmpty() || service == null || query.services().contains(service);
  }
}
