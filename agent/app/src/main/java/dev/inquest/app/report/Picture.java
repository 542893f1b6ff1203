package dev.inquest.app.report;

import dev.inquest.diagnosis.Onset;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A metric to look at: its line, when it shifted, what was changed near it.
 *
 * @param title what it is, in words
 * @param caption the fact it proves, one sentence
 * @param unit how values are written
 * @param points in order of time
 * @param markers changes near the onset
 * @param evidence id under which the fact can be fetched again
 */
public record Picture(
    String title,
    String caption,
    String unit,
    List<Point> points,
    @Nullable Onset onset,
    List<Marker> markers,
    String evidence) {
  public Picture {
    points = List.copyOf(points);
    markers = List.copyOf(markers);
  }

  /**
   * @param shown the value as people read it
   */
  public record Point(Instant at, double value, String shown) {}

  /**
   * @param guilty whether the diagnosis blames it
   */
  public record Marker(Instant at, String label, boolean guilty) {}

  public Instant from() {
    return points.getFirst().at();
  }

  public Instant to() {
    return points.getLast().at();
  }
}
