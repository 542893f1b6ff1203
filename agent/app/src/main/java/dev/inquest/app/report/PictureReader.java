package dev.inquest.app.report;

import dev.inquest.analysis.SeriesMerger;
import dev.inquest.change.Change;
import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.investigation.Detection;
import dev.inquest.investigation.Shift;
import dev.inquest.playbooks.casefile.ChangesJson;
import dev.inquest.playbooks.casefile.OpenMetricsText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes pictures of the strongest shifts from the stored evidence they rest on. */
public class PictureReader {
  private static final int MAX_PICTURES = 3;
  private static final int MAX_POINTS = 400;
  private static final int MAX_MARKERS = 6;

  /** So much of the time before the onset is drawn, in lengths of the time after it. */
  private static final int BEFORE_PER_AFTER = 4;

  private final JdbcClient jdbc;

  public PictureReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The strongest shift of each metric's name, strongest first. */
  List<Picture> of(String incident, Detection detection, @Nullable Diagnosis diagnosis) {
    if (diagnosis == null || detection.shifts().isEmpty()) {
      return List.of();
    }
    Map<String, Shift> strongest = new LinkedHashMap<>();
    telling(detection, diagnosis).forEach(s -> strongest.putIfAbsent(s.series().name(), s));
    List<Change> changes = changes(incident);
    List<Picture> pictures = new ArrayList<>();
    for (Shift shift : strongest.values()) {
      if (pictures.size() < MAX_PICTURES) {
        series(incident, shift)
            .map(found -> picture(shift, found, changes, diagnosis))
            .ifPresent(pictures::add);
      }
    }
    return pictures;
  }

  /** The shifts that the cause rests on; where it rests on none, or there is none, all. */
  private static List<Shift> telling(Detection detection, Diagnosis diagnosis) {
    List<String> cited =
        diagnosis.details().causes().stream()
            .limit(1)
            .flatMap(cause -> cause.evidence().stream())
            .toList();
    List<Shift> telling =
        detection.shifts().stream().filter(s -> cited.contains(s.evidence())).toList();
    return telling.isEmpty() ? detection.shifts() : telling;
  }

  private static Picture picture(
      Shift shift, MetricSeries series, List<Change> changes, Diagnosis diagnosis) {
    Unit unit = Unit.of(series.id());
    Instant from = start(shift, series);
    List<Picture.Point> points = new ArrayList<>();
    int first = series.firstAtOrAfter(from.toEpochMilli());
    int stride = Math.max(1, (series.size() - first) / MAX_POINTS);
    for (int i = first; i < series.size(); i += stride) {
      double value = series.valueAt(i);
      points.add(new Picture.Point(series.timeAt(i), value, unit.show(value)));
    }
    return new Picture(
        title(shift),
        "%s before, %s after".formatted(unit.show(shift.before()), unit.show(shift.after())),
        unit.name(),
        points,
        shift.onset(),
        markers(changes, points, diagnosis),
        shift.evidence());
  }

  private static Instant start(Shift shift, MetricSeries series) {
    Instant end = series.timeAt(series.size() - 1);
    Duration after = Duration.between(shift.onset().from(), end);
    Duration shown = after.isNegative() ? Duration.ZERO : after.multipliedBy(BEFORE_PER_AFTER);
    Instant wanted = shift.onset().from().minus(shown);
    Instant begin = series.timeAt(0);
    return wanted.isBefore(begin) ? begin : wanted;
  }

  private static String title(Shift shift) {
    String service = shift.series().service();
    String statistic = shift.series().label("statistic");
    return shift.series().name()
        + (statistic == null ? "" : " " + statistic)
        + (service == null ? "" : " of " + service);
  }

  private static List<Picture.Marker> markers(
      List<Change> changes, List<Picture.Point> points, Diagnosis diagnosis) {
    if (points.isEmpty()) {
      return List.of();
    }
    Instant from = points.getFirst().at();
    Instant to = points.getLast().at();
    String guilty = guilty(diagnosis);
    return changes.stream()
        .filter(c -> c.kind() != dev.inquest.change.ChangeKind.COMMIT)
        .filter(c -> !c.at().isBefore(from) && !c.at().isAfter(to))
        .limit(MAX_MARKERS)
        .map(c ->
            new Picture.Marker(
                c.at(),
                label(c),
                guilty != null && (c.id().equals(guilty) || Objects.equals(c.commit(), guilty))))
        .toList();
  }

  private static @Nullable String guilty(Diagnosis diagnosis) {
    return diagnosis instanceof Diagnosis.Identified && !diagnosis.details().causes().isEmpty()
        ? diagnosis.details().causes().getFirst().change()
        : null;
  }

  private static String label(Change change) {
    String version = change.version() == null ? change.id() : change.version();
    return "deploy " + version.substring(0, Math.min(9, version.length()));
  }

  private Optional<MetricSeries> series(String incident, Shift shift) {
    List<byte[]> contents =
        jdbc.sql(
                """
                SELECT m.content FROM agent.evidence s
                  JOIN agent.evidence m ON m.incident = s.incident AND m.id = ANY (s.derived_from)
                 WHERE s.incident = :incident AND s.id = :id AND lower(m.kind) = 'metrics'\
                """)
            .param("incident", incident)
            .param("id", shift.evidence())
            .query((row, _) -> row.getBytes("content"))
            .list();
    List<MetricSeries> stored =
        contents.stream()
            .flatMap(content -> OpenMetricsText.read(unzip(content)).stream())
            .toList();
    // The engine judges series that differ in instance or version only as one.
    return SeriesMerger.merge(stored).stream()
        .filter(series -> series.id().equals(shift.series()) && series.size() > 1)
        .findFirst();
  }

  private List<Change> changes(String incident) {
    List<byte[]> contents =
        jdbc.sql(
                """
                SELECT content, at FROM agent.evidence
                 WHERE incident = :incident AND lower(kind) = 'changes' ORDER BY at DESC, id LIMIT 10\
                """)
            .param("incident", incident)
            .query((row, _) -> row.getBytes("content"))
            .list();
    Map<String, Change> byId = new LinkedHashMap<>();
    for (byte[] content : contents) {
      ChangesJson.read(unzip(content)).forEach(c -> byId.putIfAbsent(c.id(), c));
    }
    return byId.values().stream().sorted(java.util.Comparator.comparing(Change::at)).toList();
  }

  private static byte[] unzip(byte[] content) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(content))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("stored evidence cannot be unzipped", e);
    }
  }
}
