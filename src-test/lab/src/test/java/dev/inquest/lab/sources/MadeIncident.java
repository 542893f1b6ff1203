package dev.inquest.lab.sources;

import dev.inquest.alert.Alert;
import dev.inquest.alert.AlertStatus;
import dev.inquest.change.Change;
import dev.inquest.change.ChangeKind;
import dev.inquest.evidence.SampledTrace;
import dev.inquest.evidence.Span;
import dev.inquest.evidence.SpanKind;
import dev.inquest.lab.sources.Exposition.Target;
import dev.inquest.playbooks.casefile.CaseFile;
import dev.inquest.playbooks.casefile.CaseInfo;
import dev.inquest.playbooks.casefile.CaseWriter;
import dev.inquest.topology.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A gateway calls orders, orders calls stock; mail stands by. A release of orders goes wrong, and
 * the gateway alerts.
 */
final class MadeIncident {
  /** What the release does. */
  enum Fault {
    /** Looks orders up by another column: each look-up takes twenty times as long. */
    SLOW(
        "HighRequestLatency",
        "requests of the gateway are slow",
        0,
        """
        -    return jdbc.query("SELECT * FROM orders WHERE id = ?", customer.lastOrder());
        +    return jdbc.query("SELECT * FROM orders WHERE customer_email = ?", customer.email());
        """),
    /** Forgets that a customer may have no address: two requests of five fail. */
    FAILING("HighErrorRate", "requests of the gateway fail", 0.4, Fault.FORGETFUL),
    /** The same, where few customers have no address: two requests of a hundred fail. */
    SELDOM_FAILING("HighErrorRate", "requests of the gateway fail", 0.02, Fault.FORGETFUL);

    private static final String FORGETFUL =
        """
        -    return customer.address() == null ? List.of() : sent(customer.address().street());
        +    return sent(customer.address().street());
        """;

    private final String alert;
    private final String summary;
    private final double failing;
    private final String diff;

    /**
     * @param failing share of the requests
     */
    Fault(String alert, String summary, double failing, String lines) {
      this.failing = failing;
      this.alert = alert;
      this.summary = summary;
      this.diff =
          """
          diff --git a/src/main/java/Orders.java b/src/main/java/Orders.java
          --- a/src/main/java/Orders.java
          +++ b/src/main/java/Orders.java
          @@ -10,3 +10,3 @@ class Orders {
             List<Order> open(Customer customer) {
          %s   }
          """
              .formatted(lines);
    }
  }

  static final Instant FROM = Instant.parse("2026-05-04T08:00:00Z");
  static final Instant DEPLOYED = FROM.plus(Duration.ofMinutes(90));
  static final Instant ALERTED = DEPLOYED.plus(Duration.ofMinutes(3));
  static final Instant TO = DEPLOYED.plus(Duration.ofMinutes(6));

  private static final double USUAL_SECONDS = 0.012;
  private static final double SLOW_SECONDS = 0.25;
  private static final Change DEPLOY =
      change("deploy-orders-42", ChangeKind.DEPLOY, DEPLOYED, "orders", "c0ffee1", null);
  private static final Change OTHER =
      change("deploy-mail-7", ChangeKind.DEPLOY, DEPLOYED.minusSeconds(2_400), "mail", null, null);

  private final Random random = new Random(4);
  private final Fault fault;

  private MadeIncident(Fault fault) {
    this.fault = fault;
  }

  /** Freezes the incident as a case folder; its metrics are as they were scraped. */
  static void freeze(Fault fault, Path folder) throws IOException {
    new MadeIncident(fault).write(folder);
  }

  private void write(Path folder) throws IOException {
    CaseWriter.write(
        folder,
        new CaseFile(
            new CaseInfo("made", "made", FROM, TO, null, null),
            List.of(alert()),
            List.of(),
            traces(),
            List.of(),
            List.of(OTHER, commit(), DEPLOY),
            Topology.EMPTY,
            List.of()));
    Files.writeString(folder.resolve("metrics.om"), metrics());
  }

  private Change commit() {
    Instant at = DEPLOYED.minusSeconds(1_200);
    return change("c0ffee1", ChangeKind.COMMIT, at, "orders", null, fault.diff);
  }

  private Alert alert() {
    return new Alert(
        "0123456789abcdef",
        ALERTED,
        null,
        AlertStatus.FIRING,
        Map.of("alertname", fault.alert, "service", "gateway", "severity", "page"),
        Map.of("summary", fault.summary));
  }

  private String metrics() {
    Exposition exposition = new Exposition(3);
    long from = FROM.toEpochMilli();
    long deploy = DEPLOYED.toEpochMilli();
    long to = TO.toEpochMilli();
    for (int instance = 1; instance <= 2; instance++) {
      int offset = 3_700 * instance;
      expose(exposition, target("gateway", "10", instance, from, to, offset), true);
      expose(exposition, target("orders", "41", instance, from, deploy, offset + 1_111), true);
      expose(exposition, target("orders", "42", instance, deploy, to, offset + 2_222), true);
      expose(exposition, target("stock", "3", instance, from, to, offset + 3_333), false);
      expose(exposition, target("mail", "7", instance, from, to, offset + 4_444), false);
    }
    return exposition.text();
  }

  /**
   * @param suffers whether what the release does is felt there
   */
  private void expose(Exposition exposition, Target target, boolean suffers) {
    DoubleUnaryOperator seconds = at -> suffers && slow(at) ? SLOW_SECONDS : USUAL_SECONDS;
    exposition.histogram("http_request_duration_seconds", target, seconds);
    exposition.counter("http_requests", target, at -> 20);
    exposition.counter("http_errors", target, at -> 0.2 + (suffers ? 20 * failing(at) : 0));
    exposition.gauge("process_cpu_ratio", target, at -> 0.3);
    exposition.gauge("pool_in_use", target, at -> 20 * seconds.applyAsDouble(at));
  }

  private boolean slow(double millis) {
    return fault == Fault.SLOW && millis >= DEPLOYED.toEpochMilli();
  }

  private double failing(double millis) {
    return millis >= DEPLOYED.toEpochMilli() ? fault.failing : 0;
  }

  private static Target target(
      String service, String version, int instance, long from, long to, int offset) {
    String labels =
        "service=\"%s\",instance=\"%s-%d\",version=\"%s\""
            .formatted(service, service, instance, version);
    return new Target(labels, from, to, offset % (Exposition.INTERVAL_SECONDS * 1_000));
  }

  /** One a second. */
  private List<SampledTrace> traces() {
    List<SampledTrace> traces = new ArrayList<>();
    for (long at = 0; at < Duration.between(FROM, TO).toSeconds(); at++) {
      traces.add(new SampledTrace(trace(FROM.plusSeconds(at)), 1, ""));
    }
    return traces;
  }

  private List<Span> trace(Instant begun) {
    boolean after = !begun.isBefore(DEPLOYED);
    boolean failed = random.nextDouble() < failing((double) begun.toEpochMilli());
    String id = "%016x%016x".formatted(random.nextLong(), random.nextLong());
    String version = after ? "42" : "41";
    long query = micros(slow((double) begun.toEpochMilli()) ? SLOW_SECONDS : USUAL_SECONDS / 2);
    long stock = micros(USUAL_SECONDS / 3);
    long own = micros(USUAL_SECONDS / 10);
    long inner = query + stock;
    Hop gateway = new Hop(id, "gateway", "10", failed);
    Hop orders = new Hop(id, "orders", version, failed);
    long start = begun.toEpochMilli() * 1_000 + random.nextInt(900_000);
    return List.of(
        gateway.span(1, null, "get /orders", SpanKind.SERVER, start, inner + 3 * own),
        gateway.span(2, 1, "get", SpanKind.CLIENT, start + 10, inner + 2 * own),
        orders.span(3, 2, "get /orders", SpanKind.SERVER, start + 20, inner + own),
        orders.sound().span(4, 3, "select orders", SpanKind.CLIENT, start + 30, query),
        new Hop(id, "stock", "3", false)
            .span(5, 3, "get /stock", SpanKind.SERVER, start + 40 + query, stock));
  }

  private long micros(double seconds) {
    return Math.max(1, Math.round(seconds * 1e6 * Math.exp(0.2 * random.nextGaussian())));
  }

  /** A service as one trace meets it. */
  private record Hop(String trace, String service, String version, boolean failed) {
    Hop sound() {
      return new Hop(trace, service, version, false);
    }

    Span span(
        int number,
        @Nullable Integer parent,
        String operation,
        SpanKind kind,
        long startMicros,
        long micros) {
      return new Span(
          trace,
          id(number),
          parent == null ? null : id(parent),
          service,
          service + "-1",
          version,
          operation,
          kind,
          startMicros * 1_000,
          micros * 1_000,
          failed,
          attributes(operation));
    }

    private Map<String, String> attributes(String operation) {
      if (operation.startsWith("select")) {
        return Map.of("db.system.name", "postgresql");
      }
      String message = "java.lang.NullPointerException: customer.address() is null";
      return failed ? Map.of("otel.status_description", message) : Map.of();
    }

    private String id(int number) {
      return number + trace.substring(1, 16);
    }
  }

  private static Change change(
      String id,
      ChangeKind kind,
      Instant at,
      String service,
      @Nullable String commit,
      @Nullable String diff) {
    List<String> files = diff == null ? List.of() : List.of("src/main/java/Orders.java");
    String version = kind == ChangeKind.DEPLOY ? id.substring(id.lastIndexOf('-') + 1) : null;
    return new Change(
        id, kind, at, service, version, commit, "someone", "A change", files, diff, List.of());
  }
}
