package dev.inquest.app;

import dev.inquest.app.config.SharedConfiguration;
import dev.inquest.app.playbooks.CatalogueRules;
import dev.inquest.gate.GateConfiguration;
import dev.inquest.gate.playbook.Catalogues;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The process that acts. Nothing is scanned for: what is not imported here is not in the gate. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({SharedConfiguration.class, GateConfiguration.class})
public class GateProcess {
  /** The playbooks' own code, as rules for the gate. */
  @Bean
  Catalogues catalogues() {
    return new CatalogueRules();
  }
}
