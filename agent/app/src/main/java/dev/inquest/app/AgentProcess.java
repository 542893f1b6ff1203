package dev.inquest.app;

import com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration;
import dev.inquest.app.config.SharedConfiguration;
import dev.inquest.app.playbooks.Engines;
import dev.inquest.investigation.EngineLimits;
import dev.inquest.investigation.StatisticalEngine;
import dev.inquest.playbook.Catalogue;
import dev.inquest.playbooks.casefile.CoreJson;
import dev.inquest.playbooks.format.CatalogueLoader;
import java.time.Clock;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.scheduling.annotation.EnableScheduling;
import tools.jackson.databind.json.JsonMapper;

/**
 * The process that reasons: webhooks, telemetry, investigations, API and pages. It holds no key
 * that can change anything outside its own database.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
    exclude = {DbSchedulerAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class})
@EnableScheduling
@Import(SharedConfiguration.class)
@PropertySource("classpath:inquest-agent.properties")
@ComponentScan({
  "dev.inquest.app.access",
  "dev.inquest.app.evidence",
  "dev.inquest.app.incident",
  "dev.inquest.app.intake",
  "dev.inquest.app.investigation",
  "dev.inquest.app.learn",
  "dev.inquest.app.observability",
  "dev.inquest.app.playbooks",
  "dev.inquest.app.recorder",
  "dev.inquest.app.report",
  "dev.inquest.app.storage",
  "dev.inquest.app.web"
})
public class AgentProcess {
  /** The same spellings in the API as in stored results and frozen cases. */
  @Bean
  JsonMapper jsonMapper() {
    return CoreJson.mapper();
  }

  @Bean
  @ConditionalOnMissingBean
  Catalogue catalogue() {
    return CatalogueLoader.builtIn();
  }

  @Bean
  @ConditionalOnMissingBean
  Engines engines(EngineLimits limits, Clock clock) {
    return catalogue -> new StatisticalEngine(catalogue, limits, clock);
  }
}
