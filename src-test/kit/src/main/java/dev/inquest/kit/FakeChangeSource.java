package dev.inquest.kit;

import dev.inquest.change.Change;
import dev.inquest.change.ChangeAnswer;
import dev.inquest.change.ChangeQuery;
import dev.inquest.change.ChangeSource;
import dev.inquest.evidence.CheckResult;
import java.util.Comparator;
import java.util.List;

/** Answers from a list of changes. */
public record FakeChangeSource(List<Change> all) implements ChangeSource {
  public FakeChangeSource {
    all = all.stream().sorted(Comparator.comparing(Change::at)).toList();
  }

  @Override
  public String name() {
    return "fake-changes";
  }

  @Override
  public CheckResult check() {
    return CheckResult.ok(all.size() + " changes");
  }

  @Override
  public ChangeAnswer changes(ChangeQuery query) {
    List<Change> found =
        all.stream()
            .filter(c -> query.window().contains(c.at()))
            .filter(c -> query.services().isEmpty() || ofAny(c, query))
            .toList();
    List<Change> newest = found.subList(Math.max(0, found.size() - query.max()), found.size());
    List<String> warnings =
        newest.size() < found.size() ? List.of("a limit left changes out") : List.of();
    return new ChangeAnswer("fake " + query, newest, warnings);
  }

  private static boolean ofAny(Change change, ChangeQuery query) {
    return change.service() != null && query.services().contains(change.service());
  }
}
