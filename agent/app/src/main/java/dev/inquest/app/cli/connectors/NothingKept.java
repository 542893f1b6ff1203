package dev.inquest.app.cli.connectors;

import dev.inquest.evidence.BaselineStore;
import dev.inquest.evidence.TimeWindow;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A store for samplers that are never started here. */
@Configuration(proxyBeanMethods = false)
class NothingKept {
  @Bean
  BaselineStore baselineStore() {
    return new BaselineStore() {
      @Override
      public void append(Snapshot snapshot) {
        throw new UnsupportedOperationException("nothing is sampled here");
      }

      @Override
      public List<Snapshot> between(String target, String kind, TimeWindow window) {
        return List.of();
      }

      @Override
      public void deleteBefore(Instant limit) {
        // There is nothing.
      }
    };
  }
}
