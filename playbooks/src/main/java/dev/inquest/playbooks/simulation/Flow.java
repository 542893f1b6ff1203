package dev.inquest.playbooks.simulation;

import dev.inquest.topology.Topology.NodeKind;

/**
 * How load flows through a world, one step after the other: requests from callers to callees, then
 * times and failures from callees back to callers. Queues by M/M/c where there is room; where there
 * is none, a backlog grows until waiting is given up.
 */
final class Flow {
  private final World world;
  private final Load load;
  private final Timeframe time;
  private final History history;
  private final Dials dials;
  private final Serving serving;
  private final double[] depth;
  private final double[] capacity;
  private final double[] failing;
  private final double[] disk;

  /** The step that comes next. */
  private int next;

  private Flow(World world, Load load, Timeframe time) {
    this.world = world;
    this.load = load;
    this.time = time;
    this.history = new History(world, time.steps());
    this.dials = new Dials(world);
    this.serving = new Serving(world, time, dials, history);
    this.depth = new double[world.parts().size()];
    this.capacity = new double[world.parts().size()];
    this.failing = new double[world.calls().size()];
    this.disk = new double[world.parts().size()];
    for (Part part : world.parts()) {
      capacity[part.index()] = 3 * part.rate();
      disk[part.index()] = 0.25 + (part.index() * 7 % 40) / 100.0;
    }
  }

  /** Another that has come as far. */
  private Flow(Flow before) {
    this.world = before.world;
    this.load = before.load;
    this.time = before.time;
    this.history = before.history.from(world, before.next);
    this.dials = new Dials(world);
    this.serving = before.serving.fork(dials, history);
    this.depth = before.depth.clone();
    this.capacity = before.capacity.clone();
    this.failing = before.failing.clone();
    this.disk = before.disk.clone();
    this.next = before.next;
  }

  /** Undisturbed as far as a step, from where it may go on in several ways. */
  static Flow upTo(int step, World world, Load load, Timeframe time) {
    Flow flow = new Flow(world, load, time);
    flow.go(step, Turning.NOTHING);
    return flow;
  }

  /**
   * To the end; this one stays where it is.
   *
   * @param turning that turns nothing before where this one is
   */
  History on(Turning turning) {
    Flow flow = new Flow(this);
    flow.go(time.steps(), turning);
    return flow.history;
  }

  private void go(int end, Turning turning) {
    for (; next < end; next++) {
      dials.reset();
      turning.turn(dials, next);
      requests(next);
      for (int p = world.parts().size() - 1; p >= 0; p--) {
        serve(world.part(p), next);
      }
    }
  }

  private void requests(int t) {
    double[] rate = history.partRate[t];
    for (Part part : world.parts()) {
      int p = part.index();
      rate[p] += part.arrivals() * load.at(t) * dials.arrivals[p];
      double out = part.is(NodeKind.QUEUE) ? drained(part, rate[p]) : rate[p];
      history.depth[t][p] = depth[p];
      share(part, out, t);
      for (Call call : part.calls()) {
        ask(part, call, t);
      }
    }
  }

  /** What a queue hands on: all it has, if its consumer keeps up. */
  private double drained(Part queue, double in) {
    int consumer = queue.calls().getFirst().to();
    double out = Math.min(in + depth[queue.index()] / time.stepSeconds(), capacity[consumer]);
    depth[queue.index()] = Math.max(0, depth[queue.index()] + (in - out) * time.stepSeconds());
    return out;
  }

  private static double power(double base, int exponent) {
    double result = 1;
    for (int i = 0; i < exponent; i++) {
      result *= base;
    }
    return result;
  }

  /** The chance that so many calls all succeed. */
  private static double all(double one, double calls) {
    return one == 1 || calls == 1 ? one : StrictMath.pow(one, calls);
  }

  private void share(Part part, double rate, int t) {
    int alive = 0;
    for (Replica replica : part.replicas()) {
      alive += dials.up[replica.index()] ? 1 : 0;
    }
    for (Replica replica : part.replicas()) {
      int r = replica.index();
      history.up[t][r] = dials.up[r];
      history.early[t][r] = dials.early[r];
      history.reach[t][r] = dials.reach[r];
      history.rate[t][r] = dials.up[r] ? rate / alive : 0;
    }
  }

  private void ask(Part part, Call call, int t) {
    int c = call.index();
    double wished = 0;
    double asked = 0;
    double requests = 0;
    for (int i = 0; i < part.replicas().size(); i++) {
      double rate = history.rate[t][part.replicas().get(i).index()];
      double calls = rate * call.perRequest() * dials.times[c][i] * (1 - dials.hit[c]);
      requests += rate;
      wished += calls;
      asked += calls * reaching(part, call, i);
    }
    double f = Math.min(0.999, failing[c]);
    double attempts = (1 - power(f, dials.tries[c])) / (1 - f);
    history.perRequest[t][c] = requests > 0 ? wished / requests : 0;
    history.callRate[t][c] = asked * attempts;
    history.hit[t][c] = dials.hit[c];
    history.cost[t][c] = dials.cost[c];
    history.tries[t][c] = dials.tries[c];
    history.timeout[t][c] = dials.timeout[c];
    history.partRate[t][call.to()] += asked * attempts;
  }

  /** The share of a replica's requests that get as far as a call. */
  private double reaching(Part part, Call call, int i) {
    int r = part.replicas().get(i).index();
    int reach = dials.reach[r];
    return reach == Dials.ANYWHERE || part.calls().indexOf(call) < reach
        ? 1
        : (1 - Math.min(1, dials.fail[r])) * (1 - dials.early[r]);
  }

  private void serve(Part part, int t) {
    double cost = meanCost(part, t);
    history.meanCost[t][part.index()] = cost;
    double[] waited = new double[part.replicas().size()];
    double[] stored = new double[part.replicas().size()];
    double[] survive = new double[part.replicas().size()];
    for (int i = 0; i < waited.length; i++) {
      survive[i] = 1;
    }
    for (Call call : part.calls()) {
      askedBack(part, call, t, waited, stored, survive);
    }
    double throughput = 0;
    for (int i = 0; i < waited.length; i++) {
      Serving.Asked asked = new Serving.Asked(cost, waited[i], stored[i], survive[i]);
      throughput += serving.serve(part, i, t, asked);
    }
    history.join(part, t);
    capacity[part.index()] = Math.max(0.01 * part.rate(), throughput);
    disk[part.index()] += 2e-7 * time.stepSeconds() * dials.logging[part.index()];
    history.disk[t][part.index()] = Math.min(1, disk[part.index()] + dials.disk[part.index()]);
    history.locks[t][part.index()] = dials.locks[part.index()];
    history.logging[t][part.index()] = dials.logging[part.index()];
  }

  private double meanCost(Part part, int t) {
    double sum = 0;
    double all = 0;
    for (Call call : world.callsTo(part)) {
      sum += history.callRate[t][call.index()] * dials.cost[call.index()];
      all += history.callRate[t][call.index()];
    }
    return all > 0 ? sum / all : 1;
  }

  /** Adds what a call costs each replica of its caller. The callee was served before. */
  private void askedBack(
      Part part, Call call, int t, double[] waited, double[] stored, double[] survive) {
    int c = call.index();
    Part callee = world.part(call.to());
    double latency = latencyOf(callee, call, t) + dials.delay[c];
    double cut = Math.min(latency, dials.timeout[c]);
    double timeouts = callee.is(NodeKind.QUEUE) ? 0 : Queueing.tail(dials.timeout[c], latency);
    double bad = history.errors(callee, t);
    double f = 1 - (1 - bad) * (1 - dials.loss[c]) * (1 - timeouts);
    history.callLatency[t][c] = latency;
    history.timeouts[t][c] = timeouts;
    history.loss[t][c] = dials.loss[c];
    history.callErrors[t][c] = f;
    failing[c] = f;
    if (part.is(NodeKind.QUEUE)) {
      return;
    }
    double finallyBad = power(f, dials.tries[c]);
    double attempts = (1 - finallyBad) / Math.max(1e-9, 1 - f);
    double before = Double.NaN;
    double fine = 1;
    for (int i = 0; i < waited.length; i++) {
      double calls =
          call.perRequest() * dials.times[c][i] * (1 - dials.hit[c]) * reaching(part, call, i);
      // mostly as of the replica before, and powers are dear
      fine = !call.critical() || calls == before ? fine : all(1 - finallyBad, calls);
      before = calls;
      double seconds = calls * attempts * cut;
      waited[i] += seconds;
      stored[i] += callee.is(NodeKind.DATABASE) ? seconds : 0;
      survive[i] *= fine;
    }
  }

  private double latencyOf(Part callee, Call call, int t) {
    double mean = history.latency(callee, t);
    double unit = 0;
    for (Replica replica : callee.replicas()) {
      unit += history.own[t][replica.index()] / callee.replicas().size();
    }
    double cost = history.meanCost[t][callee.index()];
    return Math.max(1e-5, mean + unit * (dials.cost[call.index()] / cost - 1));
  }
}
