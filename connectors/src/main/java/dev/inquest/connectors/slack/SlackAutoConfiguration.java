package dev.inquest.connectors.slack;

import static java.util.Objects.requireNonNull;

import dev.inquest.gate.decision.Decisions;
import dev.inquest.gate.decision.Identities;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Slack belongs to the gate's process; the agent never sees its secrets. */
@AutoConfiguration
@ConditionalOnProperty(name = "inquest.role", havingValue = "gate")
@EnableConfigurationProperties(SlackSettings.class)
public class SlackAutoConfiguration {

  @Bean
  @ConditionalOnProperty({"inquest.slack.bot-token", "inquest.slack.channel"})
  SlackChannel slackChannel(SlackSettings settings) {
    return new SlackChannel(
        requireNonNull(settings.botToken(), "inquest.slack.bot-token"),
        requireNonNull(settings.channel(), "inquest.slack.channel"),
        settings.team(),
        settings.endpoint());
  }

  @Bean
  @ConditionalOnProperty("inquest.slack.signing-secret")
  SlackInteractions slackInteractions(
      SlackSettings settings, Identities identities, Decisions decisions, Clock clock) {
    String secret = requireNonNull(settings.signingSecret(), "inquest.slack.signing-secret");
    return new SlackInteractions(
        new SlackSignature(secret, clock), settings.team(), identities, decisions);
  }

  /** Authority here is the signature on the raw body, not a session; so no CSRF token either. */
  @Bean
  @Order(5)
  SecurityFilterChain slackSecurity(HttpSecurity http) throws Exception {
    return http.securityMatcher("/slack/interactions")
        .csrf(c -> c.disable())
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(a -> a.anyRequest().permitAll())
        .build();
  }
}
