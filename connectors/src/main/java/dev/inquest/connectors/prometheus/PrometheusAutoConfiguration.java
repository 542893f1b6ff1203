package dev.inquest.connectors.prometheus;

import dev.inquest.connectors.resilience.CallListener;
import dev.inquest.connectors.resilience.Guarded;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The agent reads metrics from Prometheus where its address is given. */
@AutoConfiguration
@ConditionalOnProperty(name = "inquest.role", havingValue = "agent")
@ConditionalOnProperty("inquest.connectors.prometheus.url")
@EnableConfigurationProperties(PrometheusProperties.class)
public class PrometheusAutoConfiguration {
  @Bean
  PrometheusMetricSource prometheusMetricSource(
      PrometheusProperties properties, ObjectProvider<CallListener> listener) {
    CallListener known = listener.getIfAvailable(() -> CallListener.NONE);
    return new PrometheusMetricSource(
        properties, new Guarded("prometheus", properties.limits(), known));
  }
}
