package dev.inquest.verification;

import dev.inquest.change.ChangeUnit;
import dev.inquest.change.Words;
import java.util.HashSet;
import java.util.Set;

/** Names that prove nothing: services' own, and what was said before anything failed. */
final class OrdinaryWords {
  private OrdinaryWords() {}

  static Set<String> of(Inquiry inquiry) {
    Set<String> names = new HashSet<>(inquiry.scope().alerting());
    inquiry.gathered().topology().nodes().forEach(node -> names.add(node.id()));
    inquiry.gathered().logs().forEach(record -> names.add(record.service()));
    inquiry
        .gathered()
        .metrics()
        .forEach(series -> {
          String service = series.id().service();
          if (service != null) {
            names.add(service);
          }
        });
    for (ChangeUnit unit : inquiry.units()) {
      names.addAll(unit.services());
    }
    Set<String> ordinary = new HashSet<>();
    for (String name : names) {
      ordinary.add(Words.folded(name));
      ordinary.addAll(FailureWords.roots(name));
      String core = Words.folded(name).replaceFirst("(service|svc|server|api|db)$", "");
      ordinary.add(core);
    }
    for (String text : inquiry.failures().normalWords()) {
      Words.names(text).forEach(word -> ordinary.add(Words.folded(word)));
      Words.parts(text).forEach(word -> ordinary.add(FailureWords.root(word)));
    }
    return ordinary;
  }
}
