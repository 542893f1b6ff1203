package dev.inquest.patient;

import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.registry.otlp.OtlpMeterRegistry;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Starts the shop; prints {@code listening PORT} when it serves. */
public final class Main {
  private static final int BACKLOG = 512;

  /** Less where the requests in flight are answered sooner. */
  private static final int MAX_DRAIN_SECONDS = 3;

  private Main() {}

  public static void main(String[] arguments) throws IOException {
    // Without it every answer waits for the client's delayed acknowledgement, some 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    Settings settings = Settings.of(System.getenv());
    Release release = Release.read(settings.release());
    Map<String, String> resource = resource(settings, release);
    SdkTracerProvider traces = Traces.start(settings, resource);
    OtlpMeterRegistry meters = Metrics.start(settings, resource);
    Logs logs = Logs.start(settings, resource, Clock.systemUTC());
    HikariDataSource pool = pool(settings, release, meters);
    Tracer tracer = traces.get("dev.inquest.patient");
    StatementRunner runner =
        new StatementRunner(pool, tracer, meters, release.number("statement.timeout-s"));
    HttpServer server = serve(settings, new Shop(release, runner, tracer, meters, logs));
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> stop(server, pool, traces, meters, logs), "stop"));
    logs.write(
        Logs.Severity.INFO, "started version " + settings.version(), SpanContext.getInvalid());
    System.out.println("listening " + server.getAddress().getPort());
  }

  private static Map<String, String> resource(Settings settings, Release release) {
    return Map.of(
        "service.name", release.text("service.name"),
        "service.version", settings.version(),
        "service.instance.id", settings.instance());
  }

  private static HikariDataSource pool(
      Settings settings, Release release, OtlpMeterRegistry meters) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("shop");
    config.setJdbcUrl(settings.database().url());
    config.setUsername(settings.database().username());
    config.setPassword(settings.database().password());
    config.setMaximumPoolSize(release.number("pool.size"));
    config.setConnectionTimeout(release.number("pool.timeout-ms"));
    config.setMetricRegistry(meters);
    return new HikariDataSource(config);
  }

  private static HttpServer serve(Settings settings, Shop shop) throws IOException {
    HttpServer server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), BACKLOG);
    server.createContext("/", shop);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return server;
  }

  private static void stop(
      HttpServer server,
      HikariDataSource pool,
      SdkTracerProvider traces,
      OtlpMeterRegistry meters,
      Logs logs) {
    server.stop(MAX_DRAIN_SECONDS);
    logs.close();
    meters.close();
    traces.shutdown().join(2, TimeUnit.SECONDS);
    pool.close();
  }
}
