package dev.inquest.kit;

import dev.inquest.evidence.CheckResult;
import dev.inquest.evidence.LogAnswer;
import dev.inquest.evidence.LogQuery;
import dev.inquest.evidence.LogRecord;
import dev.inquest.evidence.LogSource;
import java.util.Comparator;
import java.util.List;

/** Answers from a list of records; the first ones where there are too many. */
public record FakeLogSource(List<LogRecord> all) implements LogSource {
  public FakeLogSource {
    all = all.stream().sorted(Comparator.comparing(LogRecord::at)).toList();
  }

  @Override
  public String name() {
    return "fake-logs";
  }

  @Override
  public CheckResult check() {
    return CheckResult.ok(all.size() + " records");
  }

  @Override
  public LogAnswer logs(LogQuery query) {
    List<LogRecord> found =
        all.stream()
            .filter(r -> query.window().contains(r.at()))
            .filter(r -> query.services().isEmpty() || query.services().contains(r.service()))
            .toList();
    List<LogRecord> kept = found.subList(0, Math.min(found.size(), query.maxRecords()));
    List<String> warnings =
        kept.size() < found.size() ? List.of("a limit left records out") : List.of();
    return new LogAnswer("fake " + query, kept, found.size(), warnings);
  }
}
