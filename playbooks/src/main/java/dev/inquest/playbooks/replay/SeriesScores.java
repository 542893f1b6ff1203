package dev.inquest.playbooks.replay;

import dev.inquest.analysis.streaming.StreamingDetector;
import dev.inquest.analysis.streaming.StreamingSettings;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.playbooks.casefile.CaseFile;
import dev.inquest.playbooks.casefile.CaseReader;
import dev.inquest.playbooks.casefile.CoreJson;
import dev.inquest.playbooks.casefile.DiagnosisJson;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code replay --nab}: the streaming detector alone, over cases that are one series each. */
final class SeriesScores {
  private static final double MILLIS_IN_SECOND = 1e3;
  private static final double SCORE_STEPS = 1e6;

  private final StreamingSettings settings;

  SeriesScores(StreamingSettings settings) {
    this.settings = settings;
  }

  /**
   * A line of JSON without its end, and whether it holds scores: {@code {"case", "scores": [[Unix
   * seconds, score in 0..1], …]}}, every row in order; {@code case, dataset, error} where the case
   * is not one series that can be read.
   */
  record Line(String json, boolean scored) {}

  Line line(Path folder) {
    Path full = folder.toAbsolutePath().normalize();
    try {
      CaseFile file = CaseReader.read(folder);
      return new Line(scores(file.info().id(), only(file)), true);
    } catch (FailureException e) {
      String dataset =
          Optional.ofNullable(full.getParent())
              .map(Path::getFileName)
              .map(Path::toString)
              .orElse("");
      String id = String.valueOf(full.getFileName());
      return new Line(DiagnosisJson.errorLine(id, dataset, e.failure().message()), false);
    }
  }

  private String scores(String id, MetricSeries series) {
    StreamingDetector detector = new StreamingDetector(settings);
    ObjectNode line = CoreJson.mapper().createObjectNode().put("case", id);
    ArrayNode rows = line.putArray("scores");
    for (int i = 0; i < series.size(); i++) {
      double score = Math.rint(detector.next(series.valueAt(i)) * SCORE_STEPS) / SCORE_STEPS;
      rows.addArray().add(series.millisAt(i) / MILLIS_IN_SECOND).add(score);
    }
    return line.toString();
  }

  private static MetricSeries only(CaseFile file) {
    if (file.metrics().size() != 1) {
      throw new FailureException(
          Failure.permanent(
              "case-not-one-series",
              file.info().id(),
              "holds " + file.metrics().size() + " series; --nab scores cases of exactly one"));
    }
    return file.metrics().getFirst();
  }
}
