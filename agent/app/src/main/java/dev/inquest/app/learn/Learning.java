package dev.inquest.app.learn;

import dev.inquest.app.playbooks.Shadow;
import dev.inquest.app.report.ReportWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What follows a closed incident. Each step overwrites its own result, so it can be repeated. */
@Component
public class Learning {
  private static final Logger LOG = LoggerFactory.getLogger(Learning.class);
  private final CaseFreezer freezer;
  private final Retrospect retrospect;
  private final Shadow shadow;
  private final ObjectProvider<ReportWriter> reports;

  Learning(
      CaseFreezer freezer,
      Retrospect retrospect,
      Shadow shadow,
      ObjectProvider<ReportWriter> reports) {
    this.freezer = freezer;
    this.retrospect = retrospect;
    this.shadow = shadow;
    this.reports = reports;
  }

  public void from(String incident) {
    freezer
        .freeze(incident)
        .ifPresent(frozen -> {
          retrospect.on(incident, frozen);
          shadow.on(incident, frozen);
        });
    reports.ifAvailable(writer -> writer.write(incident));
    LOG.info("{}: case frozen, memory and criticism written", incident);
  }
}
