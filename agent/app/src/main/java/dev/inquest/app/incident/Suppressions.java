package dev.inquest.app.incident;

import dev.inquest.alert.Alert;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The operator's suppressions. */
@Component
class Suppressions {
  private record Rule(
      List<Matcher> matchers, @Nullable Instant from, @Nullable Instant to, String reason) {
    boolean matches(Alert alert, Instant at) {
      boolean inTime = (from == null || !at.isBefore(from)) && (to == null || at.isBefore(to));
      return inTime && matchers.stream().allMatch(m -> m.matches(alert.labels()));
    }
  }

  private final List<Rule> rules;

  Suppressions(IncidentProperties properties) {
    this.rules = properties.suppress().stream().map(Suppressions::rule).toList();
  }

  private static Rule rule(IncidentProperties.Suppression s) {
    return new Rule(
        s.matchers().stream().map(Matcher::parse).toList(), s.from(), s.to(), s.reason());
  }

  /** Why it is suppressed, where it is. */
  Optional<String> reason(Alert alert, Instant at) {
    return rules.stream().filter(r -> r.matches(alert, at)).map(Rule::reason).findFirst();
  }
}
