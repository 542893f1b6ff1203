package dev.inquest.investigation;

import dev.inquest.diagnosis.Onset;
import dev.inquest.evidence.SeriesId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Short English for facts; untrusted text only through {@link #plain}. */
public final class Sentences {
  private static final Pattern UNWANTED = Pattern.compile("[\\p{Cntrl}\\p{Cf}`\\[\\]|]+");
  private static final Pattern TAG = Pattern.compile("<(?=[A-Za-z/!?])");
  private static final int MAX_PLAIN = 120;

  /** Labels that tell which part of a service a series is of; the first one that is there. */
  private static final List<String> PLACES =
      List.of(
          "uri",
          "http.route",
          "http_route",
          "route",
          "rpc.method",
          "rpc_method",
          "operation",
          "db.query.summary",
          "db_query_summary",
          "pool");

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Sentences() {}

  /** {@code http.server.requests p95 of shop rose from 12 ms to 410 ms (34.2×)}. */
  public static String shift(SeriesId id, double before, double after) {
    String times = Figures.times(before, after);
    return name(id)
        + (after >= before ? " rose from " : " fell from ")
        + Figures.of(id, before)
        + " to "
        + Figures.of(id, after)
        + (times.isEmpty() ? "" : " (" + times + ")");
  }

  /** A series for a reader. */
  public static String name(SeriesId id) {
    StringBuilder out = new StringBuilder(plain(id.name()));
    append(out, " ", id.label("statistic"));
    append(out, " on ", place(id));
    append(out, " of ", id.service());
    append(out, " at ", id.instance());
    return out.toString();
  }

  /** Which route, statement or pool of the service, where a label says so. */
  private static @Nullable String place(SeriesId id) {
    return PLACES.stream().map(id::label).filter(Objects::nonNull).findFirst().orElse(null);
  }

  /** {@code 12:03:10 to 12:03:14 UTC}. */
  public static String interval(Onset onset) {
    String from = CLOCK.format(onset.from());
    String to = CLOCK.format(onset.to());
    return from.equals(to) ? from + " UTC" : from + " to " + to + " UTC";
  }

  public static String time(Instant at) {
    return CLOCK.format(at) + " UTC";
  }

  /** {@code 4 s}, {@code 12 min}, {@code 3.5 h}. */
  public static String length(Duration length) {
    double seconds = length.toMillis() / 1e3;
    if (Math.abs(seconds) < 120) {
      return Figures.three(seconds) + " s";
    }
    return Math.abs(seconds) < 7200
        ? Figures.three(seconds / 60) + " min"
        : Figures.three(seconds / 3600) + " h";
  }

  /** Foreign text on one line, cut, without control characters and without markup's own. */
  public static String plain(String foreign) {
    String oneLine = TAG.matcher(UNWANTED.matcher(foreign).replaceAll(" ")).replaceAll("‹").strip();
    return oneLine.length() <= MAX_PLAIN ? oneLine : oneLine.substring(0, MAX_PLAIN) + "…";
  }

  /** A hash for a reader; other ids as they are. */
  public static String shortId(String id) {
    return id.matches("[0-9a-f]{40}|[0-9a-f]{64}") ? id.substring(0, 10) : plain(id);
  }

  private static void append(StringBuilder out, String before, @Nullable String text) {
    if (text != null) {
      out.append(before).append(plain(text));
    }
  }
}
