package dev.inquest.playbooks.simulation;

import dev.inquest.evidence.Span;
import dev.inquest.evidence.SpanKind;
import dev.inquest.topology.Topology.NodeKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request on its way. */
final class Walk {
  private static final int MOST_SPANS = 90;
  private static final int MOST_REPEATS = 25;
  private static final double NANOS = 1e9;

  private final Dice dice;
  private final Incident incident;
  private final World world;
  private final History history;
  private final int step;
  private final SpanWords words;
  private final String traceId;
  private final List<Span> spans = new ArrayList<>();

  Walk(Dice dice, Incident incident, int step) {
    this.dice = dice;
    this.incident = incident;
    this.world = incident.world();
    this.history = incident.history();
    this.step = step;
    this.words = new SpanWords(incident, step);
    this.traceId = dice.hex(32);
  }

  /** What came of a call: how long it took, and whether it failed. */
  private record Came(double seconds, boolean failed) {}

  /** Its spans, in no order. */
  List<Span> from(Part entry) {
    double second = dice.unit() * incident.time().stepSeconds();
    double start = incident.time().at(step).getEpochSecond() + second;
    boolean queue = entry.is(NodeKind.QUEUE);
    Part first = queue ? world.part(entry.calls().getFirst().to()) : entry;
    String operation = queue ? "process " + entry.name() : "GET /" + WorldMaker.stem(first.name());
    Map<String, String> attributes =
        queue ? Map.of("messaging.destination.name", entry.name()) : Map.of();
    serve(
        first,
        null,
        operation,
        queue ? SpanKind.CONSUMER : SpanKind.SERVER,
        start,
        attributes,
        null);
    return spans;
  }

  private Came serve(
      Part part,
      @Nullable String parent,
      String operation,
      SpanKind kind,
      double start,
      Map<String, String> attributes,
      @Nullable Call by) {
    Replica replica = alive(part);
    if (replica == null || spans.size() >= MOST_SPANS) {
      return new Came(0.001, replica == null);
    }
    int r = replica.index();
    String id = dice.hex(16);
    double cost =
        by == null
            ? 1
            : history.cost[step][by.index()] / Math.max(1e-9, history.meanCost[step][part.index()]);
    double own = history.own[step][r] * cost * dice.erlang();
    double at = start + (history.wait[step][r] + history.poolWait[step][r]) * dice.erlang();
    boolean broken = dice.chance(history.ownErrors[step][r]);
    boolean failed = broken;
    at += own / 2;
    for (Call call : part.calls().subList(0, reach(part, r, broken))) {
      Came came = ask(replica, call, id, at);
      at += came.seconds();
      if (came.failed() && call.critical()) {
        failed = true;
        break;
      }
    }
    at += own / 2;
    span(
        replica,
        id,
        parent,
        operation,
        kind,
        start,
        at - start,
        failed,
        broken ? words.broken(part, attributes) : attributes);
    return new Came(at - start, failed);
  }

  /** How many of its calls a request makes. Code that fails does so at one place of it. */
  private int reach(Part part, int r, boolean broken) {
    int all = part.calls().size();
    if (!broken && !dice.chance(history.early[step][r])) {
      return all;
    }
    int reach = history.reach[step][r];
    return reach == Dials.ANYWHERE ? (dice.chance(0.5) ? 0 : all) : Math.min(reach, all);
  }

  private @Nullable Replica alive(Part part) {
    List<Replica> up = part.replicas().stream().filter(r -> history.up[step][r.index()]).toList();
    return up.isEmpty() ? null : dice.pick(up);
  }

  /** All calls of one kind that a request makes, one after the other. */
  private Came ask(Replica replica, Call call, String parent, double start) {
    int c = call.index();
    double wished = history.perRequest[step][c];
    int times = (int) wished + (dice.chance(wished - (int) wished) ? 1 : 0);
    double at = start;
    boolean failed = false;
    for (int i = 0; i < Math.min(times, MOST_REPEATS) && !failed; i++) {
      failed = true;
      for (int k = 0; k < history.tries[step][c] && failed; k++) {
        Came came = attempt(replica, call, parent, at);
        at += came.seconds();
        failed = came.failed();
      }
    }
    return new Came(at - start, failed);
  }

  private Came attempt(Replica replica, Call call, String parent, double start) {
    Part callee = world.part(call.to());
    double timeout = history.timeout[step][call.index()];
    if (silentCallee(callee)) {
      return store(callee, replica, call, parent, start, timeout);
    }
    boolean own = incident.house().clientSpans();
    String id = own ? dice.hex(16) : parent;
    boolean dead = dice.chance(history.loss[step][call.index()]);
    Came came =
        dead
            ? new Came(0.002, true)
            : serve(callee, id, call.operation(), SpanKind.SERVER, start, Map.of(), call);
    boolean late = came.seconds() > timeout;
    Came seen = new Came(Math.min(came.seconds(), timeout), came.failed() || late);
    if (own || dead || late) {
      Map<String, String> attributes = new HashMap<>();
      attributes.put("peer.service", callee.name());
      if (late || dead) {
        attributes.put("otel.status_description", words.lost(call, callee, late, timeout));
      }
      String client = own ? id : dice.hex(16);
      span(
          replica,
          client,
          parent,
          call.operation(),
          SpanKind.CLIENT,
          start,
          seen.seconds(),
          seen.failed(),
          attributes);
    }
    return seen;
  }

  /** What keeps no spans of its own: only the caller's is seen. */
  private static boolean silentCallee(Part callee) {
    return !callee.service();
  }

  private Came store(
      Part callee, Replica replica, Call call, String parent, double start, double timeout) {
    int c = call.index();
    double full = history.callLatency[step][c] * dice.erlang();
    boolean queue = callee.is(NodeKind.QUEUE);
    boolean late = !queue && full > timeout;
    double seconds = queue ? 0.002 * dice.erlang() : Math.min(full, timeout);
    double other = 1 - (1 - history.loss[step][c]) * (1 - history.errors(callee, step));
    boolean failed = late || dice.chance(queue ? 0 : other);
    Map<String, String> attributes = words.ofStore(call, callee);
    if (failed) {
      attributes.put("otel.status_description", words.lost(call, callee, late, timeout));
    }
    SpanKind kind = queue ? SpanKind.PRODUCER : SpanKind.CLIENT;
    span(replica, dice.hex(16), parent, call.operation(), kind, start, seconds, failed, attributes);
    return new Came(seconds, failed);
  }

  private void span(
      Replica replica,
      String id,
      @Nullable String parent,
      String operation,
      SpanKind kind,
      double start,
      double seconds,
      boolean error,
      Map<String, String> attributes) {
    if (spans.size() >= MOST_SPANS || incident.silent(replica, step)) {
      return;
    }
    spans.add(
        new Span(
            traceId,
            id,
            parent,
            world.part(replica.part()).name(),
            replica.name(),
            incident.house().versions()
                ? incident.timeline().version(replica, incident.time().at(step))
                : null,
            operation,
            kind,
            nanos(start),
            (long) (Math.max(1e-6, seconds) * NANOS),
            error,
            attributes));
  }

  private static long nanos(double seconds) {
    long whole = (long) seconds;
    return whole * 1_000_000_000L + (long) ((seconds - whole) * NANOS);
  }
}
