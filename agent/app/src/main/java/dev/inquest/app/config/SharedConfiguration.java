package dev.inquest.app.config;

import dev.inquest.investigation.EngineLimits;
import dev.inquest.topology.ServiceMap;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What both processes need: the service map, the limits, the clock. */
@Configuration(proxyBeanMethods = false)
public class SharedConfiguration {
  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  @ConditionalOnMissingBean
  ServiceMap serviceMap(Environment environment) {
    return ServiceMaps.read(Binder.get(environment));
  }

  @Bean
  @ConditionalOnMissingBean
  LimitProperties limitProperties(Environment environment) {
    return Binder.get(environment).bindOrCreate("inquest.limits", LimitProperties.class);
  }

  @Bean
  @ConditionalOnMissingBean
  EngineLimits engineLimits(LimitProperties limits) {
    return limits.engine();
  }
}
