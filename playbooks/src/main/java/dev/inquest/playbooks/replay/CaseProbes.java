package dev.inquest.playbooks.replay;

import dev.inquest.evidence.CheckResult;
import dev.inquest.evidence.DatabaseProbe;
import dev.inquest.evidence.ProbeAnswer;
import dev.inquest.evidence.ProbeQuery;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What databases answered when the case was frozen. A question is answered by the record of the
 * same question; where only times differ, by the last such record, for the numbers were taken over
 * the times that it names. What was not asked then cannot be asked now.
 */
record CaseProbes(List<ProbeAnswer> all, Instant frozenAt) implements DatabaseProbe {
  CaseProbes {
    all = List.copyOf(all);
  }

  @Override
  public String name() {
    return CaseSources.NAME;
  }

  @Override
  public CheckResult check() {
    return CheckResult.ok(all.size() + " answers");
  }

  @Override
  public Set<String> targets() {
    return all.stream()
        .map(answer -> answer.query().target())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public Set<String> templates() {
    return all.stream()
        .map(answer -> answer.query().template())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public ProbeAnswer ask(ProbeQuery query) {
    @Nullable ProbeAnswer same = last(answer -> answer.query().equals(query));
    @Nullable ProbeAnswer alike = last(answer -> timeless(answer.query()).equals(timeless(query)));
    if (same != null) {
      return same;
    }
    return alike == null
        ? ProbeAnswer.failed(query, frozenAt, "untestable (not asked when the case was frozen)")
        : alike;
  }

  private @Nullable ProbeAnswer last(java.util.function.Predicate<ProbeAnswer> wanted) {
    return all.reversed().stream().filter(wanted).findFirst().orElse(null);
  }

  private static ProbeQuery timeless(ProbeQuery query) {
    Map<String, String> rest = new TreeMap<>(query.parameters());
    rest.values().removeIf(CaseProbes::isTime);
    return ProbeQuery.of(query.template(), query.target(), rest);
  }

  private static boolean isTime(String value) {
    try {
      Instant.parse(value);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
