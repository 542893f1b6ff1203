package dev.inquest.app.config;

import dev.inquest.investigation.EngineLimits;
import dev.inquest.topology.Mode;
import dev.inquest.topology.ServiceMap;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.bind.Bindable;
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
    Binder binder = Binder.get(environment);
    Mode standard = binder.bind("inquest.mode", Mode.class).orElse(Mode.OBSERVE);
    List<ServiceProperties> services =
        binder
            .bind("inquest.services", Bindable.listOf(ServiceProperties.class))
            .orElseGet(List::of);
    return new ServiceMap(services.stream().map(s -> s.entry(standard)).toList());
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
