package dev.inquest.connectors.gitlab;

import dev.inquest.change.ChangeSource;
import dev.inquest.change.RepositorySource;
import dev.inquest.connectors.resilience.CallListener;
import dev.inquest.connectors.resilience.GuardLimits;
import dev.inquest.connectors.resilience.Guarded;
import dev.inquest.gate.actuator.Actuator;
import dev.inquest.topology.ServiceMap;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The agent reads with its token; the gate writes with another. */
@AutoConfiguration
public class GitLabAutoConfiguration {

  /** Reading. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(name = "inquest.role", havingValue = "agent")
  @ConditionalOnProperty("inquest.connectors.gitlab.url")
  @EnableConfigurationProperties(GitLabReadProperties.class)
  static class Agent {
    @Bean
    GitLabConnection gitLabReading(
        GitLabReadProperties properties, ObjectProvider<CallListener> listener) {
      GuardLimits limits =
          GuardLimits.DEFAULT
              .withTimeout(properties.timeout().plusSeconds(1))
              .withCallsPerSecond(properties.queriesPerSecond())
              .withMaxWait(properties.timeout());
      return new GitLabConnection(
          properties.url(),
          properties.readToken(),
          properties.caFile(),
          properties.timeout(),
          new Guarded("gitlab", limits, listener.getIfAvailable(() -> CallListener.NONE)));
    }

    @Bean
    @Order(50)
    ChangeSource gitLabChangeSource(
        GitLabConnection connection,
        GitLabReadProperties properties,
        ObjectProvider<ServiceMap> services) {
      return new GitLabChangeSource(
          connection, tracked(properties, services), (int) properties.maxDiff().toBytes());
    }

    @Bean
    @Order(50)
    RepositorySource gitLabRepositorySource(
        GitLabConnection connection,
        GitLabReadProperties properties,
        ObjectProvider<ServiceMap> services) {
      return new GitLabRepositorySource(
          connection, new GitLabAddress(properties.url()), tracked(properties, services));
    }

    private static List<GitLabProjects.Tracked> tracked(
        GitLabReadProperties properties, ObjectProvider<ServiceMap> services) {
      return GitLabProjects.of(properties, services.getIfAvailable(() -> ServiceMap.EMPTY));
    }
  }

  /** Writing. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(name = "inquest.role", havingValue = "gate")
  @ConditionalOnProperty("inquest.gate.gitlab.url")
  @EnableConfigurationProperties(GitLabWriteProperties.class)
  static class Gate {
    @Bean
    Actuator gitLabActuator(
        GitLabWriteProperties properties, ObjectProvider<CallListener> listener) {
      GuardLimits limits = GuardLimits.DEFAULT.withTimeout(properties.timeout().plusSeconds(1));
      GitLabConnection connection =
          new GitLabConnection(
              properties.url(),
              properties.writeToken(),
              properties.caFile(),
              properties.timeout(),
              new Guarded("gitlab", limits, listener.getIfAvailable(() -> CallListener.NONE)));
      return new GitLabActuator(connection, new GitLabAddress(properties.url()));
    }
  }
}
