package dev.inquest.connectors.postgresql;

import dev.inquest.connectors.postgresql.baseline.BaselineSampler;
import dev.inquest.connectors.postgresql.rehearsal.RehearsalSettings;
import dev.inquest.connectors.resilience.CallListener;
import dev.inquest.evidence.BaselineStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Databases as witnesses belong to the agent; on when the first of them is configured. */
@AutoConfiguration
@ConditionalOnProperty(name = "inquest.role", havingValue = "agent")
@ConditionalOnProperty("inquest.connectors.postgresql.databases[0].name")
@EnableConfigurationProperties({PostgresSettings.class, RehearsalSettings.class})
public class PostgresAutoConfiguration {

  @Bean(destroyMethod = "close")
  Targets postgresTargets(
      PostgresSettings settings,
      RehearsalSettings rehearsals,
      BaselineStore store,
      ObjectProvider<CallListener> listener,
      Clock clock) {
    return new Targets(
        settings.databases(),
        rehearsals,
        store,
        listener.getIfAvailable(() -> CallListener.NONE),
        clock);
  }

  @Bean
  PostgresProbe postgresProbe(Targets targets, Clock clock) {
    return new PostgresProbe(targets.all(), templates(), clock);
  }

  @Bean
  BaselineSampler baselineSampler(Targets targets) {
    return new BaselineSampler(targets.samplerJobs());
  }

  static List<ProbeTemplate> templates() {
    List<ProbeTemplate> templates = new ArrayList<>(CatalogueTemplates.ALL);
    templates.add(new StatementShift());
    templates.add(new ScanShift());
    templates.add(new StatementPlan());
    templates.add(new StatementPredicates());
    templates.add(new IndexRehearsal());
    return templates;
  }
}
