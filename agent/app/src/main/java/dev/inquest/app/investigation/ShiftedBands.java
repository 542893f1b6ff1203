package dev.inquest.app.investigation;

import dev.inquest.app.storage.EvidenceRows;
import dev.inquest.app.storage.Investigations;
import dev.inquest.app.storage.StoredJson;
import dev.inquest.evidence.EvidenceKind;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.investigation.Detection;
import dev.inquest.investigation.Scope;
import dev.inquest.investigation.Stage;
import dev.inquest.playbooks.casefile.OpenMetricsText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The bands an investigation's shifts must return to; computed once, kept for the watch. */
@Component
class ShiftedBands {
  private static final int KEPT = 200;
  private final Investigations investigations;
  private final EvidenceRows evidence;
  private final Map<UUID, List<Band>> known =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, List<Band>> eldest) {
              return size() > KEPT;
            }
          });

  ShiftedBands(Investigations investigations, EvidenceRows evidence) {
    this.investigations = investigations;
    this.evidence = evidence;
  }

  /** Of an investigation that has ended; empty where it saw no shift. */
  List<Band> of(UUID investigation) {
    List<Band> bands = known.get(investigation);
    if (bands == null) {
      bands = compute(investigation);
      known.put(investigation, bands);
    }
    return bands;
  }

  private List<Band> compute(UUID investigation) {
    Map<Stage, String> results = investigations.results(investigation);
    String scope = results.get(Stage.SCOPE);
    String detection = results.get(Stage.DETECT);
    if (scope == null || detection == null) {
      return List.of();
    }
    List<MetricSeries> metrics =
        evidence.of(investigation, EvidenceKind.METRICS).stream()
            .flatMap(read -> OpenMetricsText.read(read.bytes()).stream())
            .toList();
    return Bands.of(
        StoredJson.read(scope, Scope.class), StoredJson.read(detection, Detection.class), metrics);
  }
}
