package dev.inquest.kit;

import dev.inquest.evidence.CheckResult;
import dev.inquest.evidence.DatabaseProbe;
import dev.inquest.evidence.ProbeAnswer;
import dev.inquest.evidence.ProbeQuery;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Answers from a map of questions; anything else is untestable. */
public record FakeDatabaseProbe(Set<String> targets, Map<ProbeQuery, ProbeAnswer> answers)
    implements DatabaseProbe {
  public FakeDatabaseProbe {
    targets = Set.copyOf(targets);
    answers = Map.copyOf(answers);
  }

  @Override
  public String name() {
    return "fake-database";
  }

  @Override
  public CheckResult check() {
    return CheckResult.ok(answers.size() + " answers");
  }

  @Override
  public Set<String> templates() {
    return answers.keySet().stream().map(ProbeQuery::template).collect(Collectors.toSet());
  }

  @Override
  public ProbeAnswer ask(ProbeQuery query) {
    ProbeAnswer answer = answers.get(query);
    return answer == null
        ? ProbeAnswer.failed(query, Instant.EPOCH, "untestable (not in the fake)")
        : answer;
  }
}
