package dev.inquest.patient;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.time.Duration;
import java.util.Map;

/** Spans, sent as OTLP protobuf. */
final class Traces {
  private static final Duration DELAY = Duration.ofMillis(500);
  private static final int MAX_QUEUED_SPANS = 20_000;

  private Traces() {}

  static SdkTracerProvider start(Settings settings, Map<String, String> resource) {
    OtlpHttpSpanExporter exporter =
        OtlpHttpSpanExporter.builder()
            .setEndpoint(settings.otlp() + "/v1/traces")
            .addHeader("Authorization", "Bearer " + settings.otlpToken())
            .setTimeout(Duration.ofSeconds(5))
            .build();
    return SdkTracerProvider.builder()
        .setResource(resource(resource))
        .addSpanProcessor(
            BatchSpanProcessor.builder(exporter)
                .setScheduleDelay(DELAY)
                .setMaxQueueSize(MAX_QUEUED_SPANS)
                .build())
        .build();
  }

  private static Resource resource(Map<String, String> attributes) {
    var builder = Resource.getDefault().toBuilder();
    attributes.forEach((key, value) -> builder.put(AttributeKey.stringKey(key), value));
    return builder.build();
  }
}
