package dev.inquest.memory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Least value of a smooth convex function by limited-memory BFGS with a backtracking line search
 * (Nocedal and Wright, Numerical Optimization, 2nd ed., algorithms 7.4, 7.5 and 3.1). No random
 * start: the same input gives the same answer.
 */
final class Lbfgs {
  private static final int HISTORY = 8;
  private static final int HALVINGS = 30;
  private static final double ENOUGH_FALL = 1e-4;
  private static final double LEAST_CURVATURE = 1e-10;

  /** A function's value and its gradient. */
  interface Objective {
    /**
     * @param gradient filled in
     */
    double at(double[] x, double[] gradient);
  }

  /** How far a step went and how the gradient turned on it. */
  private static final class Step {
    private final double[] moved;
    private final double[] turned;
    private final double curvature;

    Step(double[] moved, double[] turned, double curvature) {
      this.moved = moved;
      this.turned = turned;
      this.curvature = curvature;
    }
  }

  private final Deque<Step> steps = new ArrayDeque<>();
  private final Objective objective;
  private final int maxIterations;
  private final double tolerance;

  /**
   * @param tolerance of the gradient's length, as a share of what it was at the start
   */
  Lbfgs(Objective objective, int maxIterations, double tolerance) {
    this.objective = objective;
    this.maxIterations = maxIterations;
    this.tolerance = tolerance;
  }

  double[] minimise(double[] start) {
    double[] x = start.clone();
    double[] gradient = new double[x.length];
    double value = objective.at(x, gradient);
    double enough = tolerance * StrictMath.sqrt(dot(gradient, gradient));
    for (int i = 0; i < maxIterations && StrictMath.sqrt(dot(gradient, gradient)) > enough; i++) {
      double[] direction = direction(gradient);
      double slope = dot(gradient, direction);
      double[] next = new double[x.length];
      double[] turned = new double[x.length];
      double size = steps.isEmpty() ? 1 / Math.max(1, StrictMath.sqrt(-slope)) : 1;
      double reached = value;
      int tries = 0;
      do {
        for (int j = 0; j < x.length; j++) {
          next[j] = x[j] + size * direction[j];
        }
        reached = objective.at(next, turned);
        size /= 2;
        tries++;
      } while (reached > value + ENOUGH_FALL * 2 * size * slope && tries < HALVINGS);
      if (reached >= value) {
        return x;
      }
      remember(x, next, gradient, turned);
      x = next;
      gradient = turned;
      value = reached;
    }
    return x;
  }

  private void remember(double[] x, double[] next, double[] gradient, double[] turned) {
    double[] moved = new double[x.length];
    double[] bent = new double[x.length];
    for (int j = 0; j < x.length; j++) {
      moved[j] = next[j] - x[j];
      bent[j] = turned[j] - gradient[j];
    }
    double curvature = dot(moved, bent);
    if (curvature > LEAST_CURVATURE * dot(bent, bent)) {
      steps.addLast(new Step(moved, bent, curvature));
      if (steps.size() > HISTORY) {
        steps.removeFirst();
      }
    }
  }

  /** The two-loop recursion: downhill, bent by the curvature seen so far. */
  private double[] direction(double[] gradient) {
    double[] q = gradient.clone();
    double[] taken = new double[steps.size()];
    int i = steps.size();
    for (Iterator<Step> back = steps.descendingIterator(); back.hasNext(); ) {
      Step step = back.next();
      taken[--i] = dot(step.moved, q) / step.curvature;
      add(q, -taken[i], step.turned);
    }
    if (!steps.isEmpty()) {
      Step last = steps.getLast();
      scale(q, last.curvature / dot(last.turned, last.turned));
    }
    for (Step step : steps) {
      add(q, taken[i++] - dot(step.turned, q) / step.curvature, step.moved);
    }
    scale(q, -1);
    return q;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void add(double[] to, double factor, double[] what) {
    for (int i = 0; i < to.length; i++) {
      to[i] += factor * what[i];
    }
  }

  private static void scale(double[] what, double factor) {
    for (int i = 0; i < what.length; i++) {
      what[i] *= factor;
    }
  }
}
