package dev.inquest.playbooks.replay;

import dev.inquest.evidence.CheckResult;
import dev.inquest.evidence.LogAnswer;
import dev.inquest.evidence.LogQuery;
import dev.inquest.evidence.LogRecord;
import dev.inquest.evidence.LogSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** The logs of a case. */
record CaseLogs(List<LogRecord> all) implements LogSource {
  CaseLogs {
    all = List.copyOf(all);
  }

  @Override
  public String name() {
    return CaseSources.NAME;
  }

  @Override
  public CheckResult check() {
    return CheckResult.ok(all.size() + " log records");
  }

  @Override
  public LogAnswer logs(LogQuery query) {
    List<LogRecord> wanted =
        all.stream()
            .filter(record -> query.window().contains(record.at()))
            .filter(r -> query.services().isEmpty() || query.services().contains(r.service()))
            .toList();
    return new LogAnswer(
        "logs.otlp.jsonl " + query, sample(wanted, query), wanted.size(), List.of());
  }

  private static List<LogRecord> sample(List<LogRecord> wanted, LogQuery query) {
    if (wanted.size() <= query.maxRecords()) {
      return wanted;
    }
    List<LogRecord> shuffled = new ArrayList<>(wanted);
    Collections.shuffle(shuffled, new Random(query.seed()));
    return shuffled.stream()
        .limit(query.maxRecords())
        .sorted(Comparator.comparing(LogRecord::at))
        .toList();
  }
}
