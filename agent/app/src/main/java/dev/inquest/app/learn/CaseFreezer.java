package dev.inquest.app.learn;

import dev.inquest.app.incident.SaneTimes;
import dev.inquest.app.playbooks.PlaybooksInUse;
import dev.inquest.app.storage.Diagnoses;
import dev.inquest.app.storage.Episodes;
import dev.inquest.app.storage.EvidenceRows;
import dev.inquest.app.storage.Investigations;
import dev.inquest.app.storage.Timeline;
import dev.inquest.playbooks.casefile.CaseFile;
import dev.inquest.playbooks.casefile.CaseWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Freezes a closed incident's evidence into {@code <inquest.home>/cases/<incident>/}. */
@Component
public class CaseFreezer {
  private final Path cases;
  private final Diagnoses diagnoses;
  private final Episodes episodes;
  private final EvidenceRows evidence;
  private final Timeline timeline;
  private final Investigations investigations;
  private final PlaybooksInUse playbooks;
  private final Clock clock;

  CaseFreezer(
      @Value("${inquest.home:./.inquest}") Path home,
      Diagnoses diagnoses,
      Episodes episodes,
      EvidenceRows evidence,
      Timeline timeline,
      Investigations investigations,
      PlaybooksInUse playbooks,
      Clock clock) {
    this.cases = home.resolve("cases");
    this.diagnoses = diagnoses;
    this.episodes = episodes;
    this.evidence = evidence;
    this.timeline = timeline;
    this.investigations = investigations;
    this.playbooks = playbooks;
    this.clock = clock;
  }

  /** The folder of an incident's case. */
  public Path folder(String incident) {
    return cases.resolve(incident);
  }

  /** Digest of the playbooks that gave the diagnosis. */
  private String followed(UUID investigation) {
    return playbooks.orBuiltIn(investigations.playbooks(investigation).orElse(null)).sha256();
  }

  /** The evidence of the last diagnosis; empty where there never was one. */
  Optional<CaseFile> freeze(String incident) {
    Optional<Diagnoses.Revision> last = diagnoses.newest(incident);
    if (last.isEmpty()) {
      return Optional.empty();
    }
    FrozenEvidence frozen = new FrozenEvidence();
    evidence.of(last.get().investigation()).forEach(frozen::take);
    episodes.of(incident).forEach(e -> frozen.take(SaneTimes.sane(e.alert(), e.firstDeliveryAt())));
    CaseFile file = frozen.caseFile(incident, followed(last.get().investigation()));
    CaseWriter.write(folder(incident), file);
    timeline.addOnce(
        incident, clock.instant(), "frozen", "The case is frozen.", Map.of("case", incident));
    return Optional.of(file);
  }
}
