package dev.inquest.playbooks.simulation;

import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What went on, exactly, by step and then by replica, call or part. */
final class History {
  /** Requests a second, and seconds: its own work (with stretching), waiting for a worker. */
  final double[][] rate;

  final double[][] own;
  final double[][] wait;
  final double[][] poolWait;

  /** Mean seconds of a request. */
  final double[][] latency;

  /** The share of requests that fail; the share that fail by itself, not by a callee. */
  final double[][] errors;

  final double[][] ownErrors;

  /** As the dials had it. */
  final double[][] early;

  final int[][] reach;
  final double[][] cpu;
  final double[][] memory;
  final double[][] busyWorkers;
  final double[][] busyPool;
  final boolean[][] up;

  /** By call: a second, mean seconds of an attempt, the share of attempts that fail or time out. */
  final double[][] callRate;

  final double[][] callLatency;
  final double[][] callErrors;
  final double[][] timeouts;
  final double[][] loss;
  final double[][] timeout;
  final double[][] hit;

  /** By call: how often a request makes it; its cost; attempts. */
  final double[][] perRequest;

  final double[][] cost;

  final int[][] tries;

  /** By part. */
  final double[][] partRate;

  private final double[][] partLatency;
  private final double[][] partErrors;
  final double[][] meanCost;

  final double[][] depth;
  final double[][] disk;
  final double[][] locks;
  final double[][] logging;

  History(World world, int steps) {
    this(world, new Rows(steps, null, 0));
  }

  private History(World world, Rows rows) {
    int r = world.replicas().size();
    int c = world.calls().size();
    int p = world.parts().size();
    rate = rows.doubles(r, h -> h.rate);
    own = rows.doubles(r, h -> h.own);
    wait = rows.doubles(r, h -> h.wait);
    poolWait = rows.doubles(r, h -> h.poolWait);
    latency = rows.doubles(r, h -> h.latency);
    errors = rows.doubles(r, h -> h.errors);
    ownErrors = rows.doubles(r, h -> h.ownErrors);
    early = rows.doubles(r, h -> h.early);
    reach = rows.ints(r, h -> h.reach);
    cpu = rows.doubles(r, h -> h.cpu);
    memory = rows.doubles(r, h -> h.memory);
    busyWorkers = rows.doubles(r, h -> h.busyWorkers);
    busyPool = rows.doubles(r, h -> h.busyPool);
    up = rows.booleans(r, h -> h.up);
    callRate = rows.doubles(c, h -> h.callRate);
    callLatency = rows.doubles(c, h -> h.callLatency);
    callErrors = rows.doubles(c, h -> h.callErrors);
    timeouts = rows.doubles(c, h -> h.timeouts);
    loss = rows.doubles(c, h -> h.loss);
    timeout = rows.doubles(c, h -> h.timeout);
    hit = rows.doubles(c, h -> h.hit);
    perRequest = rows.doubles(c, h -> h.perRequest);
    cost = rows.doubles(c, h -> h.cost);
    tries = rows.ints(c, h -> h.tries);
    partRate = rows.doubles(p, h -> h.partRate);
    partLatency = rows.doubles(p, h -> h.partLatency);
    partErrors = rows.doubles(p, h -> h.partErrors);
    meanCost = rows.doubles(p, h -> h.meanCost);
    depth = rows.doubles(p, h -> h.depth);
    disk = rows.doubles(p, h -> h.disk);
    locks = rows.doubles(p, h -> h.locks);
    logging = rows.doubles(p, h -> h.logging);
  }

  /** One that goes on from a step in its own way; what was before is shared. */
  History from(World world, int step) {
    return new History(world, new Rows(rate.length, this, step));
  }

  /** Once all its replicas are known. */
  void join(Part part, int step) {
    partLatency[step][part.index()] = mean(part, step, latency[step]);
    partErrors[step][part.index()] = mean(part, step, errors[step]);
  }

  /** Of a part: the mean over its replicas, by their requests. */
  double latency(Part part, int step) {
    return partLatency[step][part.index()];
  }

  double errors(Part part, int step) {
    return partErrors[step][part.index()];
  }

  double quantile(Part part, int step, double q) {
    int n = part.replicas().size();
    double[] means = new double[n];
    double[] weights = new double[n];
    for (int i = 0; i < n; i++) {
      int r = part.replicas().get(i).index();
      means[i] = latency[step][r];
      weights[i] = rate[step][r];
    }
    return Queueing.quantile(q, means, weights);
  }

  private double mean(Part part, int step, double[] values) {
    double sum = 0;
    double all = 0;
    for (Replica replica : part.replicas()) {
      double weight = rate[step][replica.index()];
      sum += weight * values[replica.index()];
      all += weight;
    }
    return all > 0 ? sum / all : 0;
  }

  /**
   * Makes rows, a step each.
   *
   * @param before whose rows are taken before a step; null where there is none
   */
  private record Rows(int steps, @Nullable History before, int from) {
    double[][] doubles(int width, Function<History, double[][]> of) {
      double[][] rows = before == null ? new double[steps][] : of.apply(before).clone();
      Arrays.setAll(rows, t -> t < from ? rows[t] : new double[width]);
      return rows;
    }

    int[][] ints(int width, Function<History, int[][]> of) {
      int[][] rows = before == null ? new int[steps][] : of.apply(before).clone();
      Arrays.setAll(rows, t -> t < from ? rows[t] : new int[width]);
      return rows;
    }

    boolean[][] booleans(int width, Function<History, boolean[][]> of) {
      boolean[][] rows = before == null ? new boolean[steps][] : of.apply(before).clone();
      Arrays.setAll(rows, t -> t < from ? rows[t] : new boolean[width]);
      return rows;
    }
  }
}
