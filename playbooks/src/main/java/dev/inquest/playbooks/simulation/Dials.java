package dev.inquest.playbooks.simulation;

import java.util.Arrays;

/** What a fault can turn, for one step; set back to normal before each. */
final class Dials {
  /** What fails does so before all calls or after them, alike. */
  static final int ANYWHERE = -1;

  private final World world;

  /** By replica. */
  final double[] slow;

  final double[] extra;
  final double[] fail;

  /** The share of requests that are answered early: neither failing nor asking any further. */
  final double[] early;

  /** How many of its calls, in their order, a request makes that fails or is answered early. */
  final int[] reach;

  final double[] burn;
  final double[] memory;
  final double[] workers;
  final double[] pool;
  final double[] leaked;
  final boolean[] up;

  /** By call. */
  final double[] cost;

  final double[] hit;
  final double[] timeout;
  final int[] tries;
  final double[] loss;
  final double[] delay;

  /** By call and replica of the caller: how often, against usual. */
  final double[][] times;

  /** By part. */
  final double[] arrivals;

  final double[] disk;
  final double[] locks;
  final double[] logging;

  Dials(World world) {
    this.world = world;
    int r = world.replicas().size();
    int c = world.calls().size();
    int p = world.parts().size();
    slow = new double[r];
    extra = new double[r];
    fail = new double[r];
    early = new double[r];
    reach = new int[r];
    burn = new double[r];
    memory = new double[r];
    workers = new double[r];
    pool = new double[r];
    leaked = new double[r];
    up = new boolean[r];
    cost = new double[c];
    hit = new double[c];
    timeout = new double[c];
    tries = new int[c];
    loss = new double[c];
    delay = new double[c];
    times = new double[c][];
    for (Call call : world.calls()) {
      times[call.index()] = new double[world.part(call.from()).replicas().size()];
    }
    arrivals = new double[p];
    disk = new double[p];
    locks = new double[p];
    logging = new double[p];
  }

  void reset() {
    Arrays.fill(slow, 1);
    Arrays.fill(extra, 0);
    Arrays.fill(fail, 0);
    Arrays.fill(early, 0);
    Arrays.fill(reach, ANYWHERE);
    Arrays.fill(burn, 0);
    Arrays.fill(memory, 0);
    Arrays.fill(workers, 1);
    Arrays.fill(pool, 1);
    Arrays.fill(leaked, 0);
    Arrays.fill(up, true);
    Arrays.fill(loss, 0);
    Arrays.fill(delay, 0);
    Arrays.fill(arrivals, 1);
    Arrays.fill(disk, 0);
    Arrays.fill(locks, 0);
    Arrays.fill(logging, 1);
    for (Call call : world.calls()) {
      int c = call.index();
      cost[c] = call.cost();
      hit[c] = call.hit();
      timeout[c] = call.timeoutSeconds();
      tries[c] = call.tries();
      Arrays.fill(times[c], 1);
    }
  }
}
