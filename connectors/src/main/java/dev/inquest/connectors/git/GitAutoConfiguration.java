package dev.inquest.connectors.git;

import dev.inquest.change.ChangeSource;
import dev.inquest.change.RepositorySource;
import dev.inquest.connectors.resilience.CallListener;
import dev.inquest.connectors.resilience.Guarded;
import dev.inquest.connectors.resilience.GuardedChangeSource;
import dev.inquest.connectors.resilience.GuardedRepositorySource;
import dev.inquest.topology.ServiceEntry;
import dev.inquest.topology.ServiceMap;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The agent reads repositories; the gate writes branches into local ones. */
@AutoConfiguration
public class GitAutoConfiguration {

  /** Reading; asks nothing of repositories that no service names. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(name = "inquest.role", havingValue = "agent")
  @EnableConfigurationProperties(GitProperties.class)
  static class Agent {
    @Bean
    Guarded gitGuard(GitProperties properties, ObjectProvider<CallListener> listener) {
      return new Guarded(
          "git", properties.limits(), listener.getIfAvailable(() -> CallListener.NONE));
    }

    @Bean
    GitRepositories gitRepositories(
        GitProperties properties,
        ObjectProvider<Clock> clock,
        @Value("${inquest.home:./.inquest}") Path home) {
      return new GitRepositories(home, properties, clock.getIfAvailable(Clock::systemUTC));
    }

    /** After forges that read the same address by their own API. */
    @Bean
    @Order(100)
    RepositorySource gitRepositorySource(
        GitRepositories repositories,
        Guarded gitGuard,
        ObjectProvider<ServiceMap> services,
        @Value("${inquest.connectors.gitlab.url:}") String forge) {
      ServiceMap own = without(services.getIfAvailable(() -> ServiceMap.EMPTY), forge);
      return new GuardedRepositorySource(new GitRepositorySource(repositories, own), gitGuard);
    }

    @Bean
    @Order(100)
    ChangeSource gitChangeSource(
        GitRepositories repositories,
        GitProperties properties,
        Guarded gitGuard,
        ObjectProvider<ServiceMap> services,
        @Value("${inquest.connectors.gitlab.url:}") String forge) {
      ServiceMap own = without(services.getIfAvailable(() -> ServiceMap.EMPTY), forge);
      return new GuardedChangeSource(new GitChangeSource(repositories, properties, own), gitGuard);
    }

    /** What a forge's own connector reads needs no mirror. */
    private static ServiceMap without(ServiceMap services, String forge) {
      if (forge.isBlank()) {
        return services;
      }
      String prefix = forge.toLowerCase(Locale.ROOT).replaceAll("/{1,9}$", "") + "/";
      return new ServiceMap(
          services.entries().stream().filter(e -> !startsWith(e, prefix)).toList());
    }

    private static boolean startsWith(ServiceEntry entry, String prefix) {
      String repository = entry.repository();
      return repository != null && repository.toLowerCase(Locale.ROOT).startsWith(prefix);
    }
  }

  /** Writing. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(name = "inquest.role", havingValue = "gate")
  static class Gate {
    @Bean
    LocalRepositoryActuator localRepositoryActuator(ObjectProvider<Clock> clock) {
      return new LocalRepositoryActuator(clock.getIfAvailable(Clock::systemUTC));
    }
  }
}
