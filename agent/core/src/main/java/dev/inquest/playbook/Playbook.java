package dev.inquest.playbook;

import static java.util.Objects.requireNonNull;

import dev.inquest.hypothesis.CauseKind;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A versioned procedure, as the engine executes it. Everything learning may change stands here.
 *
 * @param id the file's name without its ending
 * @param match symptoms that call for it, e.g. {@code latency, error, saturation, database}
 * @param sha256 of the file's bytes, lower-case hex
 * @param body the prose below the front matter
 */
public record Playbook(
    String id,
    int version,
    Set<String> match,
    List<HypothesisRule> hypotheses,
    Detect detect,
    Conclude conclude,
    @Nullable Propose propose,
    String sha256,
    String body) {
  /**
   * @param tests verification ids in order
   * @param weights by test id: the log-likelihood ratio of support; against is the negative of it
   *     unless {@code <test>.against} is given
   */
  public record HypothesisRule(
      CauseKind kind, List<String> tests, double prior, SortedMap<String, Double> weights) {
    public HypothesisRule {
      requireNonNull(kind, "kind");
      tests = List.copyOf(tests);
      weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
    }
  }

  /**
   * @param method change point method, e.g. {@code robust-mean-shift}
   * @param minEffect in robust standard deviations of the baseline
   * @param onsetWindow how long before the alert the onset may lie
   * @param parameters further numbers by name
   */
  public record Detect(
      String method, double minEffect, Duration onsetWindow, SortedMap<String, Double> parameters) {
    public Detect {
      requireNonNull(method, "method");
      parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }
  }

  /**
   * @param threshold posterior from which a cause is called identified
   * @param abstainBelow posterior below which nothing is named
   */
  public record Conclude(double threshold, double abstainBelow) {}

  /**
   * @param kind the proposal's shape: {@code migration, revert, config}
   * @param template e.g. {@code create-index-concurrently}
   */
  public record Propose(String kind, String template, String risk) {}

  public Playbook {
    requireNonNull(id, "id");
    match = Collections.unmodifiableSet(new java.util.TreeSet<>(match));
    hypotheses = List.copyOf(hypotheses);
    requireNonNull(detect, "detect");
    requireNonNull(conclude, "conclude");
    requireNonNull(sha256, "sha256");
    requireNonNull(body, "body");
  }

  /** A number of {@code detect}, or the given one where the file says nothing. */
  public double detectParameter(String name, double otherwise) {
    return detect.parameters().getOrDefault(name, otherwise);
  }
}
