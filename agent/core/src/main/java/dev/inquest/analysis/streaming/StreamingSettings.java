package dev.inquest.analysis.streaming;

import dev.inquest.playbook.Catalogue;
import dev.inquest.playbook.Playbook;
import java.util.Collections;
import java.util.List;

/**
 * What the streaming detector may be told; every number can stand in a playbook.
 *
 * @param smoothRows span of the mean that is watched beside the value itself
 * @param referenceRows span of the mean from which departures are watched
 * @param scaleRows span over which a series' usual deviation is learned
 * @param softness usual deviations up to which distances count in full; beyond, by their logarithm
 * @param episodeShare share of the rows so far during which an episode is not told again
 * @param repeatDecades by how much a row must outdo its episode to be told all the same
 * @param warmUpRows rows before anything is told
 */
public record StreamingSettings(
    double smoothRows,
    double referenceRows,
    double scaleRows,
    double softness,
    double episodeShare,
    double repeatDecades,
    int warmUpRows) {
  /** What a playbook's {@code detect.parameters} may name. */
  public static final List<String> PARAMETERS =
      List.of(
          "stream_episode_share",
          "stream_reference_rows",
          "stream_repeat_decades",
          "stream_scale_rows",
          "stream_smooth_rows",
          "stream_softness",
          "stream_warm_up_rows");

  public static final StreamingSettings DEFAULT =
      new StreamingSettings(32, 200, 1000, 10, 0.03, 0.3, 50);

  private static final double MOST_ROWS = 1e6;

  public StreamingSettings {
    if (!(smoothRows >= 1 && referenceRows >= 1 && scaleRows >= 1 && warmUpRows >= 1)) {
      throw new IllegalArgumentException("a span is at least one row");
    }
    if (!(softness > 0 && episodeShare >= 0 && repeatDecades >= 0)) {
      throw new IllegalArgumentException("softness must be positive, the rest not negative");
    }
  }

  /**
   * A lone series shows no symptom by which a playbook could match: the first playbook, in the
   * catalogue's order, that names one of the parameters is asked.
   */
  public static StreamingSettings of(Catalogue catalogue) {
    return catalogue.playbooks().stream()
        .filter(p -> !Collections.disjoint(p.detect().parameters().keySet(), PARAMETERS))
        .findFirst()
        .map(StreamingSettings::of)
        .orElse(DEFAULT);
  }

  /** The playbook's numbers, held within what makes sense. */
  public static StreamingSettings of(Playbook playbook) {
    return new StreamingSettings(
        rows(playbook, "stream_smooth_rows", DEFAULT.smoothRows),
        rows(playbook, "stream_reference_rows", DEFAULT.referenceRows),
        rows(playbook, "stream_scale_rows", DEFAULT.scaleRows),
        number(playbook, "stream_softness", DEFAULT.softness, 1e-3, 1e9),
        number(playbook, "stream_episode_share", DEFAULT.episodeShare, 0, 1),
        number(playbook, "stream_repeat_decades", DEFAULT.repeatDecades, 0, 1),
        (int) rows(playbook, "stream_warm_up_rows", DEFAULT.warmUpRows));
  }

  private static double rows(Playbook playbook, String name, double otherwise) {
    return number(playbook, name, otherwise, 1, MOST_ROWS);
  }

  private static double number(
      Playbook playbook, String name, double otherwise, double least, double most) {
    return Math.clamp(playbook.detectParameter(name, otherwise), least, most);
  }
}
