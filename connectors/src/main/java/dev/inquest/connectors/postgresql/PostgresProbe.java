package dev.inquest.connectors.postgresql;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.inquest.connectors.postgresql.session.UntestableException;
import dev.inquest.connectors.resilience.Guarded;
import dev.inquest.connectors.resilience.Redacted;
import dev.inquest.evidence.CheckResult;
import dev.inquest.evidence.DatabaseProbe;
import dev.inquest.evidence.ProbeAnswer;
import dev.inquest.evidence.ProbeQuery;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers the named templates for every configured PostgreSQL database. */
public final class PostgresProbe implements DatabaseProbe {
  private final Map<String, Target> targets;
  private final Map<String, ProbeTemplate> templates;
  private final Clock clock;

  PostgresProbe(Collection<Target> targets, Collection<ProbeTemplate> templates, Clock clock) {
    this.targets = byName(targets, target -> target.database().name());
    this.templates = byName(templates, template -> template.form().name());
    this.clock = clock;
  }

  @Override
  public String name() {
    return "postgresql";
  }

  @Override
  public CheckResult check() {
    return new TargetCheck(targets.values()).run();
  }

  @Override
  public Set<String> targets() {
    return targets.keySet();
  }

  @Override
  public Set<String> templates() {
    return templates.keySet();
  }

  @Override
  public ProbeAnswer ask(ProbeQuery query) {
    Target target = targets.get(query.target());
    if (target == null) {
      return failed(query, "unknown target " + Redacted.text(query.target()));
    }
    ProbeTemplate template = templates.get(query.template());
    if (template == null) {
      return failed(query, "unknown template " + Redacted.text(query.template()));
    }
    Guarded guard = template.form().slow() ? target.slow() : target.quick();
    return guard.call(() -> answer(query, target, template));
  }

  private ProbeAnswer answer(ProbeQuery query, Target target, ProbeTemplate template) {
    ProbeTemplate.Form form = template.form();
    try {
      Parameters parameters = Parameters.of(query, form.required(), form.optional());
      List<List<@Nullable Object>> rows = template.answer(target, parameters);
      return new ProbeAnswer(query, clock.instant(), form.columns(), rows, form.grade(), null);
    } catch (UntestableException e) {
      return failed(query, e.sentence());
    }
  }

  private ProbeAnswer failed(ProbeQuery query, String error) {
    return ProbeAnswer.failed(query, clock.instant(), error);
  }

  private static <T> Map<String, T> byName(Collection<T> all, Function<T, String> name) {
    return all.stream().collect(toUnmodifiableMap(name, Function.identity()));
  }
}
