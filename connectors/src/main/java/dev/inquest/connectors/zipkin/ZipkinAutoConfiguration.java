package dev.inquest.connectors.zipkin;

import dev.inquest.connectors.resilience.CallListener;
import dev.inquest.connectors.resilience.Guarded;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The agent reads traces from Zipkin where its address is given. */
@AutoConfiguration
@ConditionalOnProperty(name = "inquest.role", havingValue = "agent")
@ConditionalOnProperty("inquest.connectors.zipkin.url")
@EnableConfigurationProperties(ZipkinProperties.class)
public class ZipkinAutoConfiguration {
  @Bean
  ZipkinTraceSource zipkinTraceSource(
      ZipkinProperties properties, ObjectProvider<CallListener> listener) {
    CallListener known = listener.getIfAvailable(() -> CallListener.NONE);
    return new ZipkinTraceSource(properties, new Guarded("zipkin", properties.limits(), known));
  }
}
