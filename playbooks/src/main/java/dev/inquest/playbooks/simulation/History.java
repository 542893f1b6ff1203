package dev.inquest.playbooks.simulation;

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
    int r = world.replicas().size();
    int c = world.calls().size();
    int p = world.parts().size();
    rate = new double[steps][r];
    own = new double[steps][r];
    wait = new double[steps][r];
    poolWait = new double[steps][r];
    latency = new double[steps][r];
    errors = new double[steps][r];
    ownErrors = new double[steps][r];
    early = new double[steps][r];
    reach = new int[steps][r];
    cpu = new double[steps][r];
    memory = new double[steps][r];
    busyWorkers = new double[steps][r];
    busyPool = new double[steps][r];
    up = new boolean[steps][r];
    callRate = new double[steps][c];
    callLatency = new double[steps][c];
    callErrors = new double[steps][c];
    timeouts = new double[steps][c];
    loss = new double[steps][c];
    timeout = new double[steps][c];
    hit = new double[steps][c];
    perRequest = new double[steps][c];
    cost = new double[steps][c];
    tries = new int[steps][c];
    partRate = new double[steps][p];
    partLatency = new double[steps][p];
    partErrors = new double[steps][p];
    meanCost = new double[steps][p];
    depth = new double[steps][p];
    disk = new double[steps][p];
    locks = new double[steps][p];
    logging = new double[steps][p];
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
}
