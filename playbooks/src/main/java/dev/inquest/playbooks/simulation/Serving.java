package dev.inquest.playbooks.simulation;

/** How one replica serves one step's requests: its own work, what it waits for, what it drops. */
final class Serving {
  private static final double FULL = 0.97;
  private static final double PATIENCE_SECONDS = 3;
  private static final double ALWAYS_FAILING = 0.0008;

  private final Timeframe time;
  private final Dials dials;
  private final History history;
  private final double[] backlog;
  private final Waiting atWorkers = new Waiting();
  private final Waiting atPool = new Waiting();

  /**
   * @param history filled in, but for what comes from callees
   */
  Serving(World world, Timeframe time, Dials dials, History history) {
    this(time, dials, history, new double[world.replicas().size()]);
  }

  private Serving(Timeframe time, Dials dials, History history, double[] backlog) {
    this.time = time;
    this.dials = dials;
    this.history = history;
    this.backlog = backlog;
  }

  /** Another with the same backlog. */
  Serving fork(Dials others, History its) {
    return new Serving(time, others, its, backlog.clone());
  }

  /**
   * What a request has to do with others.
   *
   * @param cost of its work against the usual
   * @param waited seconds for all callees
   * @param stored seconds of these for databases
   * @param survive the chance that no callee fails it
   */
  record Asked(double cost, double waited, double stored, double survive) {}

  /**
   * Returns how many requests a second it could serve.
   *
   * @param i the replica's place among the part's
   * @param t the step
   */
  double serve(Part part, int i, int t, Asked asked) {
    int r = part.replicas().get(i).index();
    double rate = history.rate[t][r];
    double computing = part.selfSeconds() * asked.cost * dials.slow[r] * computing(part);
    double own = own(part, r, t, asked.cost, computing);
    int size = (int) Math.max(1, Math.round(part.pool() * dials.pool[r]));
    int pool = (int) Math.max(1, Math.round(size * (1 - dials.leaked[r])));
    double stored = asked.stored;
    double poolWait =
        part.pool() == 0
            ? 0
            : Math.min(PATIENCE_SECONDS, waiting(atPool, pool, rate * stored, stored));
    double hold = own + asked.waited + poolWait;
    int workers = (int) Math.max(1, Math.round(part.workers() * dials.workers[r]));
    double can = workers / hold;
    can = stored > 0 ? Math.min(can, pool / stored) : can;
    double idle = Math.max(0.02, 1 - dials.burn[r]);
    can = computing > 0 ? Math.min(can, idle * part.cores() / computing) : can;
    double drop = pile(r, rate, can);
    double wait =
        Math.min(
            PATIENCE_SECONDS, waiting(atWorkers, workers, rate * hold, hold) + backlog[r] / can);
    double fine = fine(part, r, t, drop);
    history.wait[t][r] = wait;
    history.poolWait[t][r] = poolWait;
    history.latency[t][r] = hold + wait;
    history.busyWorkers[t][r] = Math.min(1, rate * hold / workers);
    history.busyPool[t][r] =
        part.pool() == 0 ? 0 : Math.min(1, rate * stored / size + dials.leaked[r]);
    history.ownErrors[t][r] = 1 - fine;
    history.errors[t][r] = 1 - fine * asked.survive;
    return can;
  }

  /** Seconds of its own work, stretched by a busy processor and by collecting memory. */
  private double own(Part part, int r, int t, double cost, double computing) {
    double work = part.selfSeconds() * cost * dials.slow[r] + dials.extra[r];
    double cpu = Math.min(1, history.rate[t][r] * computing / part.cores() + dials.burn[r]);
    double memory = Math.min(1, 0.35 + (r * 13 % 20) / 100.0 + dials.memory[r]);
    double collecting = 1 + 4 * Math.max(0, memory - 0.88) / 0.12;
    double own = work * collecting / Math.max(0.08, 1 - cpu * cpu * cpu * cpu);
    history.cpu[t][r] = cpu;
    history.memory[t][r] = memory;
    history.own[t][r] = own;
    return own;
  }

  /** The chance that a request does not fail here. */
  private double fine(Part part, int r, int t, double drop) {
    double crash = history.memory[t][r] > 0.985 ? 0.35 : 0;
    double full = history.disk[Math.max(0, t - 1)][part.index()] > 0.995 ? 0.6 : 0;
    return (1 - drop) * (1 - dials.fail[r]) * (1 - crash) * (1 - full) * (1 - ALWAYS_FAILING);
  }

  private static double computing(Part part) {
    return switch (part.kind()) {
      case SERVICE -> WorldSizing.COMPUTING;
      case EXTERNAL -> 0.01;
      case INSTANCE, DATABASE, QUEUE, CACHE, HOST -> 1;
    };
  }

  /** Lets the backlog grow or shrink; the share that is turned away. */
  private double pile(int r, double rate, double can) {
    double grown = backlog[r] + (rate - FULL * can) * time.stepSeconds();
    double most = can * PATIENCE_SECONDS;
    backlog[r] = Math.clamp(grown, 0, most);
    return grown > most && rate > 0 ? Math.min(1, (rate - FULL * can) / rate) : 0;
  }

  private static double waiting(Waiting at, int servers, double load, double seconds) {
    return at.wait(servers, Math.min(load, FULL * servers), seconds);
  }
}
