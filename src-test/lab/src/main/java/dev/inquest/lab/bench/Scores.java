package dev.inquest.lab.bench;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;

/** Mean times by method and parameter, e.g. {@code series 10}. */
record Scores(Map<String, Double> byName) {
  Scores {
    byName = Map.copyOf(byName);
  }

  static Scores of(Collection<RunResult> results) {
    Map<String, Double> byName = new HashMap<>();
    for (RunResult result : results) {
      BenchmarkParams params = result.getParams();
      String full = params.getBenchmark();
      String times = params.getParam("times");
      String method = full.substring(full.lastIndexOf('.') + 1);
      byName.put(
          times == null ? method : method + ' ' + times, result.getPrimaryResult().getScore());
    }
    return new Scores(byName);
  }

  /** NaN where one of them was not measured. */
  double ratio(String of, String to) {
    return byName.getOrDefault(of, Double.NaN) / byName.getOrDefault(to, Double.NaN);
  }
}
