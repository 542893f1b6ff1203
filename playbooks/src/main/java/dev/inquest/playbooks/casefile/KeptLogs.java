package dev.inquest.playbooks.casefile;

import dev.inquest.evidence.LogRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Log records while lines are being read, in the memory of two budgets however many there are:
 * warnings and worse have one of their own, so that they are not crowded out. Where either is
 * spent, every second of its records is dropped by chance.
 */
final class KeptLogs {
  /** In records, of each of the two. */
  static final long BUDGET = 200_000;

  /** A longer text than this counts as two. */
  private static final int CHARACTERS = 512;

  /** OpenTelemetry's severity number of a warning. */
  private static final int WARNING = 13;

  private final Share grave;
  private final Share plain;
  private long read;
  private Instant latest = Instant.MIN;
  private boolean inOrder = true;

  KeptLogs(long budget) {
    this.grave = new Share(budget);
    this.plain = new Share(budget);
  }

  void add(LogRecord record) {
    inOrder &= !record.at().isBefore(latest);
    latest = record.at();
    (record.severity() >= WARNING ? grave : plain).add(new Kept(read++, record));
  }

  /** In order of time, records of the same time in the order in which they came. */
  List<LogRecord> all() {
    Stream<Kept> kept =
        Stream.of(plain, grave)
            .flatMap(share -> share.kept.stream())
            .sorted(Comparator.comparingLong(Kept::number));
    // mostly they came in order of time, and to look at each again is dear
    return (inOrder ? kept : kept.sorted(Comparator.comparing(Kept::at)))
        .map(Kept::record)
        .toList();
  }

  /** What was not read as asked, in words. */
  List<String> warnings() {
    return Stream.of(plain.warning("below a warning"), grave.warning("from a warning on"))
        .flatMap(List::stream)
        .toList();
  }

  /**
   * @param number of the record, in the order in which they came
   */
  private record Kept(long number, LogRecord record) {
    Instant at() {
      return record.at();
    }

    /** What a record with a long text holds counts for as many. */
    long cost() {
      int characters = record.body().length();
      for (Map.Entry<String, String> attribute : record.attributes().entrySet()) {
        characters += attribute.getKey().length() + attribute.getValue().length();
      }
      return 1L + characters / CHARACTERS;
    }
  }

  private static final class Share {
    private final long budget;
    private final Halving halving = new Halving();
    private final List<Kept> kept = new ArrayList<>();
    private long cost;

    Share(long budget) {
      this.budget = budget;
    }

    void add(Kept one) {
      if (keeps(one)) {
        kept.add(one);
        cost += one.cost();
        while (cost > budget) {
          thin();
        }
      }
    }

    List<String> warning(String which) {
      return halving.isWhole()
          ? List.of()
          : List.of("of log records " + which + " one in " + halving.weight() + " is read");
    }

    private boolean keeps(Kept one) {
      return halving.isWhole() || halving.keeps(Halving.hash(one.number()));
    }

    private void thin() {
      halving.halve();
      kept.removeIf(one -> !keeps(one));
      cost = kept.stream().mapToLong(Kept::cost).sum();
    }
  }
}
