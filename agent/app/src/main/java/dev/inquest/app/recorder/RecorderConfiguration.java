package dev.inquest.app.recorder;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.util.unit.DataSize;

/** The flight recorder in the agent's process. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "inquest.role", havingValue = "agent")
public class RecorderConfiguration {
  @Bean
  RecorderLimits recorderLimits(
      @Value("${inquest.recorder.max-bytes:2GB}") DataSize maxBytes,
      @Value("${inquest.recorder.segment-bytes:16MB}") DataSize segmentBytes,
      @Value("${inquest.recorder.max-request-bytes:16MB}") DataSize maxRequestBytes,
      @Value("${inquest.recorder.max-age:31d}") Duration maxAge) {
    return new RecorderLimits(
        maxBytes.toBytes(),
        segmentBytes.toBytes(),
        Math.toIntExact(maxRequestBytes.toBytes()),
        maxAge);
  }

  @Bean(destroyMethod = "close")
  Recorder recorder(
      @Value("${inquest.home:./.inquest}") Path home, RecorderLimits limits, MeterRegistry meters) {
    Recorder recorder = Recorder.open(home.resolve("recorder"), limits);
    meters.gauge("inquest.recorder.bytes", recorder, Recorder::bytes);
    return recorder;
  }

  @Bean
  RecordedMetrics recordedMetrics(Recorder recorder) {
    return new RecordedMetrics(recorder);
  }

  @Bean
  RecordedTraces recordedTraces(Recorder recorder) {
    return new RecordedTraces(recorder);
  }

  @Bean
  RecordedLogs recordedLogs(Recorder recorder) {
    return new RecordedLogs(recorder);
  }

  @Bean
  OtlpReceiver otlpReceiver(Recorder recorder, RecorderLimits limits, Clock clock) {
    return new OtlpReceiver(recorder, limits, clock);
  }

  @Bean
  OtlpController otlpController(
      OtlpReceiver receiver,
      @Value("${inquest.otlp.token:#{null}}") @Nullable String token,
      MeterRegistry meters) {
    return new OtlpController(receiver, new OtlpAccess(token), meters);
  }

  /** The controller decides by itself, before it reads the body. */
  @Bean
  @Order(10)
  SecurityFilterChain otlpSecurity(HttpSecurity http) {
    return http.securityMatcher("/v1/**")
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }
}
