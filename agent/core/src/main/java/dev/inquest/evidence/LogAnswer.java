package dev.inquest.evidence;

import java.util.List;

/**
 * @param records in order of time
 * @param seen how many records the answer stands for
 */
public record LogAnswer(String query, List<LogRecord> records, long seen, List<String> warnings) {
  public LogAnswer {
    records = List.copyOf(records);
    warnings = List.copyOf(warnings);
  }
}
