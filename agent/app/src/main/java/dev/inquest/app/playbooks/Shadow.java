package dev.inquest.app.playbooks;

import dev.inquest.app.playbooks.PlaybooksInUse.Known;
import dev.inquest.app.playbooks.ShadowDiagnoses.Pair;
import dev.inquest.app.storage.Diagnoses;
import dev.inquest.app.storage.Incidents;
import dev.inquest.app.storage.Investigations;
import dev.inquest.failure.FailureException;
import dev.inquest.incident.HumanLabel;
import dev.inquest.investigation.StatisticalEngine;
import dev.inquest.playbook.Catalogue;
import dev.inquest.playbooks.casefile.CaseFile;
import dev.inquest.playbooks.criticism.LabelledAnswer;
import dev.inquest.playbooks.replay.Replay;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Diagnoses a closed incident on its frozen case by the playbooks that did so live and by those in
 * the shadow, so that both see the same bytes, no source is asked twice and no alert waits. What
 * the shadow says is recorded and told nobody.
 */
@Component
public class Shadow {
  private static final Logger LOG = LoggerFactory.getLogger(Shadow.class);

  private final PlaybooksInUse playbooks;
  private final Investigations investigations;
  private final Diagnoses diagnoses;
  private final Incidents incidents;
  private final ShadowDiagnoses shadows;
  private final FallWatch fall;
  private final Clock clock;

  Shadow(
      PlaybooksInUse playbooks,
      Investigations investigations,
      Diagnoses diagnoses,
      Incidents incidents,
      ShadowDiagnoses shadows,
      FallWatch fall,
      Clock clock) {
    this.playbooks = playbooks;
    this.investigations = investigations;
    this.diagnoses = diagnoses;
    this.incidents = incidents;
    this.shadows = shadows;
    this.fall = fall;
    this.clock = clock;
  }

  /** Again after each label; nothing where there is no diagnosis. */
  public void on(String incident, CaseFile frozen) {
    diagnoses
        .newest(incident)
        .ifPresent(last -> {
          if (shadows.find(incident).isEmpty()) {
            diagnose(incident, last, frozen);
          }
          judge(incident, last);
        });
  }

  private void diagnose(String incident, Diagnoses.Revision last, CaseFile frozen) {
    Known shown = playbooks.orBuiltIn(investigations.playbooks(last.investigation()).orElse(null));
    Optional<Known> other =
        playbooks.shadow().filter(known -> !known.sha256().equals(shown.sha256()));
    if (other.isEmpty()) {
      return;
    }
    try {
      Pair pair =
          new Pair(
              replay(shown.catalogue()).diagnose(frozen),
              replay(other.get().catalogue()).diagnose(frozen));
      shadows.insert(incident, shown.sha256(), other.get().sha256(), pair, clock.instant());
    } catch (FailureException e) {
      LOG.warn("{}: not diagnosed by the shadow: {}", incident, e.failure().code());
    }
  }

  private static Replay replay(Catalogue catalogue) {
    return new Replay(catalogue, StatisticalEngine::new, System::nanoTime);
  }

  private void judge(String incident, Diagnoses.Revision last) {
    Optional<HumanLabel> label = incidents.find(incident).map(Incidents.Incident::label);
    Optional<Pair> pair = shadows.find(incident);
    if (label.isEmpty() || pair.isEmpty()) {
      return;
    }
    shadows.judge(
        incident,
        LabelledAnswer.right(pair.get().shown(), last.diagnosis(), label.get()).orElse(null),
        LabelledAnswer.right(pair.get().other(), last.diagnosis(), label.get()).orElse(null));
    fall.look();
  }
}
