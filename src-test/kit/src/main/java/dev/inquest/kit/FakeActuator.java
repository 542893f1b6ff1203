package dev.inquest.kit;

import dev.inquest.evidence.CheckResult;
import dev.inquest.gate.actuator.Actuation;
import dev.inquest.gate.actuator.Actuator;
import dev.inquest.gate.actuator.MergeRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers what it opened, once a branch, and serves every repository. Thread-safe. */
public final class FakeActuator implements Actuator {
  private final Map<String, Actuation> opened = new ConcurrentHashMap<>();

  @Override
  public String name() {
    return "fake-actuator";
  }

  @Override
  public CheckResult check() {
    return CheckResult.ok(opened.size() + " opened");
  }

  @Override
  public boolean serves(String repository) {
    return true;
  }

  @Override
  public Optional<MergeRequest> find(Actuation actuation) {
    return Optional.ofNullable(opened.get(actuation.branch()))
        .filter(earlier -> earlier.files().equals(actuation.files()))
        .map(FakeActuator::mergeRequest);
  }

  @Override
  public MergeRequest open(Actuation actuation) {
    opened.putIfAbsent(actuation.branch(), actuation);
    return mergeRequest(actuation);
  }

  /** What was opened so far, in no order. */
  public List<Actuation> opened() {
    return List.copyOf(opened.values());
  }

  private static MergeRequest mergeRequest(Actuation actuation) {
    String commit = "%040x".formatted(actuation.branch().hashCode() & 0xffffffffL);
    return new MergeRequest(actuation.branch(), commit, "https://forge.test/" + actuation.branch());
  }
}
