package dev.inquest.playbooks.replay;

import dev.inquest.evidence.CheckResult;
import dev.inquest.evidence.LogAnswer;
import dev.inquest.evidence.LogDraw;
import dev.inquest.evidence.LogQuery;
import dev.inquest.evidence.LogRecord;
import dev.inquest.evidence.LogSource;
import java.util.List;

/** The logs of a case. */
record CaseLogs(List<LogRecord> all, List<String> warnings) implements LogSource {
  CaseLogs {
    all = List.copyOf(all);
    warnings = List.copyOf(warnings);
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
    LogDraw draw = new LogDraw(query.maxRecords(), query.seed());
    all.stream()
        .filter(record -> query.window().contains(record.at()))
        .filter(r -> query.services().isEmpty() || query.services().contains(r.service()))
        .forEach(draw::offer);
    return new LogAnswer("logs.otlp.jsonl " + query, draw.records(), draw.seen(), warnings);
  }
}
