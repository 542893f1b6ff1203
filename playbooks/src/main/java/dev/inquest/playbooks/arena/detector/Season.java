package dev.inquest.playbooks.arena.detector;

/** The shape of a cycle, from -1 to 1 by its phase. */
enum Season {
  SINE {
    @Override
    double at(double phase) {
      return StrictMath.sin(2 * Math.PI * phase);
    }
  },
  /** Busy by day, quiet by night, with soft edges. */
  DAYS {
    @Override
    double at(double phase) {
      return StrictMath.tanh(4 * StrictMath.sin(2 * Math.PI * phase));
    }
  },
  /** Two humps of unlike height. */
  HUMPS {
    @Override
    double at(double phase) {
      double turn = 2 * Math.PI * phase;
      return 0.6 * StrictMath.sin(turn) + 0.4 * StrictMath.sin(2 * turn + 1);
    }
  },
  /** Fills up and is emptied. */
  SAW {
    @Override
    double at(double phase) {
      return 2 * phase - 1;
    }
  },
  /** A job that runs for a tenth of the time. */
  JOB {
    @Override
    double at(double phase) {
      return phase < 0.1 ? 1 : -0.1;
    }
  };

  /**
   * @param phase from 0 to just below 1
   */
  abstract double at(double phase);
}
