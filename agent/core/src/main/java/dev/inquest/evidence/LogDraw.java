package dev.inquest.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Draws log records, at most as many as asked for: of a request all that it wrote or nothing, for
 * with some of its records missing it would seem to have gone another way. Where there is not room
 * for both, half is for requests and half for records of none, of which warnings and worse may take
 * half. What a request writes beyond an eighth of the room is drawn as if no request had.
 */
public final class LogDraw {
  /** OpenTelemetry's severity number of a warning. */
  private static final int WARNING = 13;

  private static final int PARTS = 8;

  private final int most;
  private final long seed;
  private final BottomSample<Drawn> requests = new BottomSample<>();
  private final BottomSample<Drawn> plain = new BottomSample<>();
  private final BottomSample<Drawn> grave = new BottomSample<>();
  private long seen;

  /**
   * @param number of the record, in the order in which they were offered
   */
  private record Drawn(long number, LogRecord record) {}

  public LogDraw(int most, long seed) {
    this.most = most;
    this.seed = seed;
  }

  /** By its trace, and by the same order as {@link TraceDraw} with this seed. */
  public void offer(LogRecord record) {
    String trace = record.traceId();
    if (trace == null) {
      offerLoose(record.severity(), () -> record);
    } else {
      offerOfRequest(SeededHash.of(trace, seed), () -> record);
    }
  }

  /**
   * @param priority the same for all records of a request; small ones are drawn
   * @param record made only where it is drawn
   */
  public void offerOfRequest(long priority, Supplier<LogRecord> record) {
    if (requests.size(priority) < Math.max(1, most / PARTS)) {
      offer(requests, priority, record);
    } else {
      LogRecord made = record.get();
      offerLoose(made.severity(), () -> made);
    }
  }

  /** A record that no request wrote. */
  public void offerLoose(int severity, Supplier<LogRecord> record) {
    offer(severity >= WARNING ? grave : plain, SeededHash.of(seen, seed), record);
  }

  private void offer(BottomSample<Drawn> sample, long priority, Supplier<LogRecord> record) {
    long number = seen++;
    if (sample.takes(priority)) {
      sample.add(priority, new Drawn(number, record.get()));
      while (requests.size() + plain.size() + grave.size() > most) {
        fullest().dropLargest();
      }
    }
  }

  private BottomSample<Drawn> fullest() {
    int loose = plain.size() + grave.size();
    if (requests.size() > loose) {
      return requests;
    }
    return plain.size() >= grave.size() ? plain : grave;
  }

  /** How many were offered. */
  public long seen() {
    return seen;
  }

  /** In order of time, those of one time as they were offered. */
  public List<LogRecord> records() {
    List<LogRecord> drawn =
        Stream.of(requests, plain, grave)
            .flatMap(BottomSample::items)
            .sorted(Comparator.comparingLong(Drawn::number))
            .map(Drawn::record)
            .collect(Collectors.toCollection(ArrayList::new));
    drawn.sort(Comparator.comparing(LogRecord::at));
    return List.copyOf(drawn);
  }
}
