package dev.inquest.app.investigation;

import dev.inquest.investigation.StatisticalEngine;
import dev.inquest.playbook.Catalogue;
import dev.inquest.playbooks.replay.Replay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Diagnoses a made-up incident once after the start, so that the first real one does not wait for
 * classes to load. It reads no source and keeps nothing.
 */
@Component
class WarmUp {
  private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

  private final Catalogue catalogue;
  private final Clock clock;
  private final boolean wanted;

  WarmUp(Catalogue catalogue, Clock clock, @Value("${inquest.warm-up:true}") boolean wanted) {
    this.catalogue = catalogue;
    this.clock = clock;
    this.wanted = wanted;
  }

  @EventListener(ApplicationReadyEvent.class)
  void ready() {
    if (wanted) {
      Thread.ofPlatform().daemon().name("warm-up").start(this::run);
    }
  }

  private void run() {
    Instant began = clock.instant();
    try {
      Replay replay = new Replay(catalogue, StatisticalEngine::new, System::nanoTime);
      String sentence = replay.diagnose(PracticeCase.at(began)).sentence();
      LOG.debug("warm after {}: {}", Duration.between(began, clock.instant()), sentence);
    } catch (RuntimeException e) {
      LOG.warn("the warm-up failed; the first investigation will be slower", e);
    }
  }
}
