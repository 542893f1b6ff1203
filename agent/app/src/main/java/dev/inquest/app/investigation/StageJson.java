package dev.inquest.app.investigation;

import dev.inquest.app.investigation.Findings.Finding;
import dev.inquest.app.storage.EvidenceRows.Read;
import dev.inquest.app.storage.StoredJson;
import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.hypothesis.Hypothesis;
import dev.inquest.investigation.Detection;
import dev.inquest.investigation.ProposeResult;
import dev.inquest.investigation.Scope;
import dev.inquest.investigation.Stage;
import dev.inquest.verification.Examined;
import java.util.List;
import java.util.function.Supplier;

/** The JSON of {@code stage_result}: the core's own records. */
final class StageJson {
  private StageJson() {}

  static String write(Finding finding) {
    Object value =
        switch (finding) {
          case Finding.Scoped f -> f.scope();
          case Finding.Read f -> GatherResult.of(f.gathered());
          case Finding.Detected f -> f.detection();
          case Finding.Suspected f -> f.hypotheses();
          case Finding.Tested f -> f.examined();
          case Finding.Concluded f -> f.diagnosis();
          case Finding.Proposed f -> f.result();
        };
    return StoredJson.write(value);
  }

  /**
   * @param evidence of the investigation, asked for only by the gather stage
   */
  static Finding read(Stage stage, String json, Supplier<List<Read>> evidence) {
    return switch (stage) {
      case SCOPE -> new Finding.Scoped(StoredJson.read(json, Scope.class));
      case GATHER ->
          new Finding.Read(
              GatheredAgain.from(StoredJson.read(json, GatherResult.class), evidence.get()));
      case DETECT -> new Finding.Detected(StoredJson.read(json, Detection.class));
      case HYPOTHESISE -> new Finding.Suspected(StoredJson.readList(json, Hypothesis.class));
      case VERIFY -> new Finding.Tested(StoredJson.readList(json, Examined.class));
      case CONCLUDE -> new Finding.Concluded(StoredJson.read(json, Diagnosis.class));
      case PROPOSE -> new Finding.Proposed(StoredJson.read(json, ProposeResult.class));
    };
  }
}
