package dev.inquest.app.investigation;

import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.hypothesis.Hypothesis;
import dev.inquest.investigation.Detection;
import dev.inquest.investigation.Gathered;
import dev.inquest.investigation.ProposeResult;
import dev.inquest.investigation.Scope;
import dev.inquest.investigation.Stage;
import dev.inquest.verification.Examined;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the stages of one run have found so far. Not thread-safe. */
final class Findings {
  /** What a stage found. */
  sealed interface Finding {
    Stage stage();

    record Scoped(Scope scope) implements Finding {
      @Override
      public Stage stage() {
        return Stage.SCOPE;
      }
    }

    record Read(Gathered gathered) implements Finding {
      @Override
      public Stage stage() {
        return Stage.GATHER;
      }
    }

    record Detected(Detection detection) implements Finding {
      @Override
      public Stage stage() {
        return Stage.DETECT;
      }
    }

    record Suspected(List<Hypothesis> hypotheses) implements Finding {
      @Override
      public Stage stage() {
        return Stage.HYPOTHESISE;
      }
    }

    record Tested(List<Examined> examined) implements Finding {
      @Override
      public Stage stage() {
        return Stage.VERIFY;
      }
    }

    record Concluded(Diagnosis diagnosis) implements Finding {
      @Override
      public Stage stage() {
        return Stage.CONCLUDE;
      }
    }

    record Proposed(ProposeResult result) implements Finding {
      @Override
      public Stage stage() {
        return Stage.PROPOSE;
      }
    }
  }

  private final Map<Stage, Finding> byStage = new EnumMap<>(Stage.class);

  void put(Finding finding) {
    byStage.put(finding.stage(), finding);
  }

  boolean has(Stage stage) {
    return byStage.containsKey(stage);
  }

  Scope scope() {
    return get(Stage.SCOPE, Finding.Scoped.class).scope();
  }

  Gathered gathered() {
    return get(Stage.GATHER, Finding.Read.class).gathered();
  }

  Detection detection() {
    return get(Stage.DETECT, Finding.Detected.class).detection();
  }

  List<Hypothesis> hypotheses() {
    return get(Stage.HYPOTHESISE, Finding.Suspected.class).hypotheses();
  }

  List<Examined> examined() {
    return get(Stage.VERIFY, Finding.Tested.class).examined();
  }

  Diagnosis diagnosis() {
    return get(Stage.CONCLUDE, Finding.Concluded.class).diagnosis();
  }

  private <T extends Finding> T get(Stage stage, Class<T> type) {
    Finding finding = byStage.get(stage);
    if (finding == null) {
      throw new IllegalStateException("stage " + stage + " has not run");
    }
    return type.cast(finding);
  }
}
