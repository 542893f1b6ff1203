package dev.inquest.app.storage;

import dev.inquest.change.Change;
import dev.inquest.change.ChangeAnswer;
import dev.inquest.change.ChangeQuery;
import dev.inquest.change.ChangeSource;
import dev.inquest.evidence.CheckResult;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** The deploy timeline as it was told to {@code /webhooks/cloudevents}. */
@Component
public class RecordedChangeSource implements ChangeSource {
  private final RecordedChanges changes;

  public RecordedChangeSource(RecordedChanges changes) {
    this.changes = changes;
  }

  @Override
  public String name() {
    return "recorded-changes";
  }

  @Override
  public CheckResult check() {
    return CheckResult.ok("changes told to /webhooks/cloudevents are kept in the agent's database");
  }

  @Override
  public ChangeAnswer changes(ChangeQuery query) {
    List<Change> newest = read(query);
    boolean more = newest.size() > query.max();
    List<Change> inOrder = newest.stream().limit(query.max()).toList().reversed();
    List<String> warnings =
        more ? List.of("only the newest " + query.max() + " changes were read") : List.of();
    return new ChangeAnswer(describe(query), inOrder, warnings);
  }

  private List<Change> read(ChangeQuery query) {
    try {
      return changes.newest(query);
    } catch (DataAccessException e) {
      throw new FailureException(
          Failure.transientFailure(
              "storage-unavailable", name(), "recorded changes cannot be read"),
          e);
    }
  }

  private static String describe(ChangeQuery query) {
    String services =
        query.services().isEmpty()
            ? "all services"
            : String.join(", ", query.services().stream().sorted().toList());
    return "recorded changes of %s in [%s, %s), at most %d"
        .formatted(services, query.window().from(), query.window().to(), query.max());
  }
}
