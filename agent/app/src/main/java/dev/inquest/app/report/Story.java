package dev.inquest.app.report;

import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.evidence.Evidence;
import dev.inquest.investigation.Detection;
import dev.inquest.verification.Examined;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is told of one incident, read once. Text of it that came from outside is escaped
 * where it is shown.
 *
 * @param diagnosis of the newest revision; null while the first is under way
 * @param label the human's: {@code right, wrong, false_alarm}; null where nobody said
 */
public record Story(
    String id,
    String state,
    @Nullable String service,
    String title,
    Instant opened,
    Instant started,
    @Nullable Instant resolved,
    @Nullable String label,
    List<AlertLine> alerts,
    int revision,
    @Nullable Diagnosis diagnosis,
    Detection detection,
    List<Examined> examined,
    List<Evidence> evidence,
    List<Picture> pictures,
    List<Moment> timeline,
    List<Fix> fixes,
    Mttr mttr) {
  public Story {
    alerts = List.copyOf(alerts);
    examined = List.copyOf(examined);
    evidence = List.copyOf(evidence);
    pictures = List.copyOf(pictures);
    timeline = List.copyOf(timeline);
    fixes = List.copyOf(fixes);
  }

  /** One alert of the incident. */
  public record AlertLine(
      String name, String status, Instant startsAt, @Nullable Instant endsAt, String summary) {}

  /** One line of the timeline. */
  public record Moment(Instant at, String kind, String sentence) {}

  /**
   * A proposal as the gate has it.
   *
   * @param url the gate's page, where it is decided
   * @param mergeRequest where it was opened; null before
   */
  public record Fix(
      String id,
      String state,
      String digest,
      String risk,
      String title,
      String diff,
      String rollback,
      @Nullable String reason,
      @Nullable String decidedBy,
      @Nullable String mergeRequest,
      String url) {}
}
