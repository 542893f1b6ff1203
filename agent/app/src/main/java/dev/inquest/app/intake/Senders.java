package dev.inquest.app.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The senders that are built, by source. */
@Component
class Senders {
  private final Map<String, Sender> bySource;

  Senders(List<Sender> senders) {
    this.bySource = senders.stream().collect(Collectors.toMap(Sender::source, Function.identity()));
  }

  Optional<Sender> configured(String source) {
    return Optional.ofNullable(bySource.get(source)).filter(Sender::configured);
  }

  /** Whether or not its secret is still configured: what was stored is interpreted. */
  Optional<Sender> built(String source) {
    return Optional.ofNullable(bySource.get(source));
  }
}
