package dev.inquest.patient;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.registry.otlp.OtlpConfig;
import io.micrometer.registry.otlp.OtlpMeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Meters, sent as OTLP protobuf every second. */
final class Metrics {
  private static final Duration STEP = Duration.ofSeconds(1);

  private Metrics() {}

  static OtlpMeterRegistry start(Settings settings, Map<String, String> resource) {
    OtlpMeterRegistry registry =
        new OtlpMeterRegistry(new Config(settings, resource), Clock.SYSTEM);
    new ProcessorMetrics().bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    return registry;
  }

  static Timer request(MeterRegistry registry, Endpoint endpoint, int status) {
    return timer("http.server.requests")
        .tag("method", endpoint.method())
        .tag("uri", endpoint.path())
        .tag("status", Integer.toString(status))
        .tag("outcome", status < 400 ? "SUCCESS" : status < 500 ? "CLIENT_ERROR" : "SERVER_ERROR")
        .register(registry);
  }

  static Timer statement(MeterRegistry registry, Statement statement) {
    return timer("db.client.operation.duration")
        .tag("db.query.summary", statement.name())
        .tag("db.collection.name", statement.table())
        .register(registry);
  }

  private static Timer.Builder timer(String name) {
    return Timer.builder(name)
        .publishPercentileHistogram()
        .minimumExpectedValue(Duration.ofMillis(1))
        .maximumExpectedValue(Duration.ofSeconds(5));
  }

  private record Config(Settings settings, Map<String, String> resourceAttributes)
      implements OtlpConfig {
    @Override
    public @Nullable String get(String key) {
      return null;
    }

    @Override
    public String url() {
      return settings.otlp() + "/v1/metrics";
    }

    @Override
    public Duration step() {
      return STEP;
    }

    @Override
    public Map<String, String> headers() {
      return Map.of("Authorization", "Bearer " + settings.otlpToken());
    }
  }
}
