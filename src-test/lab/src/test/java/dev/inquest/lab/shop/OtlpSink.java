package dev.inquest.lab.shop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/** Receives OTLP/HTTP and keeps it, as a collector would see it. */
final class OtlpSink implements AutoCloseable {
  static final String TOKEN = "sink";

  final Queue<Span> spans = new ConcurrentLinkedQueue<>();
  final Queue<String> logs = new ConcurrentLinkedQueue<>();
  final Set<String> metrics = ConcurrentHashMap.newKeySet();
  final Set<String> resources = ConcurrentHashMap.newKeySet();
  final Queue<String> refused = new ConcurrentLinkedQueue<>();

  private final HttpServer server;

  OtlpSink() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::receive);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!List.of("Bearer " + TOKEN).equals(exchange.getRequestHeaders().get("Authorization"))) {
        refused.add(exchange.getRequestURI().getPath());
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      keep(exchange.getRequestURI().getPath(), body(exchange));
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private void keep(String path, byte[] body) throws IOException {
    switch (path) {
      case "/v1/traces" -> {
        for (var part : ExportTraceServiceRequest.parseFrom(body).getResourceSpansList()) {
          describe(part.getResource());
          part.getScopeSpansList().forEach(scope -> spans.addAll(scope.getSpansList()));
        }
      }
      case "/v1/metrics" -> {
        for (var part : ExportMetricsServiceRequest.parseFrom(body).getResourceMetricsList()) {
          describe(part.getResource());
          part.getScopeMetricsList().stream()
              .flatMap(scope -> scope.getMetricsList().stream())
              .map(Metric::getName)
              .forEach(metrics::add);
        }
      }
      case "/v1/logs" -> logs.add(new String(body, java.nio.charset.StandardCharsets.UTF_8));
      default -> refused.add(path);
    }
  }

  private void describe(Resource resource) {
    resource
        .getAttributesList()
        .forEach(a -> resources.add(a.getKey() + "=" + a.getValue().getStringValue()));
  }

  private static byte[] body(HttpExchange exchange) throws IOException {
    byte[] raw = exchange.getRequestBody().readAllBytes();
    if (!"gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
      return raw;
    }
    try (InputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(raw))) {
      return unzipped.readAllBytes();
    }
  }
}
