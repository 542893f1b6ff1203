package dev.inquest.verification;

import dev.inquest.evidence.DatabaseProbe;
import dev.inquest.evidence.Evidence;
import dev.inquest.evidence.EvidenceBook;
import dev.inquest.evidence.ProbeAnswer;
import dev.inquest.evidence.ProbeQuery;
import dev.inquest.failure.FailureException;
import dev.inquest.investigation.Sentences;
import dev.inquest.limit.Budget;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks databases, each question once; writes every answer down. Used by one thread. */
public final class Witness {
  /**
   * An answer and where it stands.
   *
   * @param evidence id; null where nothing was asked
   */
  public record Said(ProbeAnswer answer, @Nullable String evidence) {
    /** Whether there is at least an answer without an error. */
    public boolean answered() {
      return answer.error() == null;
    }

    /** Why there is none. */
    public String why() {
      String error = answer.error();
      return error == null ? "" : Sentences.plain(error);
    }

    public List<String> cited() {
      return evidence == null ? List.of() : List.of(evidence);
    }
  }

  private final List<DatabaseProbe> probes;
  private final @Nullable EvidenceBook book;
  private final Budget budget;
  private final Clock clock;
  private final Map<ProbeQuery, Said> said = new HashMap<>();

  /**
   * @param book null where nothing may be written any more: then nothing said is cited either
   */
  public Witness(
      List<DatabaseProbe> probes, @Nullable EvidenceBook book, Budget budget, Clock clock) {
    this.probes = probes;
    this.book = book;
    this.budget = budget;
    this.clock = clock;
  }

  /** Whether anyone can be asked about that database. */
  public boolean knows(String target) {
    return probes.stream().anyMatch(probe -> probe.targets().contains(target));
  }

  public Said ask(String template, String target, Map<String, String> parameters) {
    ProbeQuery query = ProbeQuery.of(template, target, parameters);
    Said known = said.get(query);
    if (known == null) {
      known = askNow(query);
      said.put(query, known);
    }
    return known;
  }

  private Said askNow(ProbeQuery query) {
    DatabaseProbe probe =
        probes.stream()
            .filter(p -> p.targets().contains(query.target()))
            .filter(p -> p.templates().contains(query.template()))
            .findFirst()
            .orElse(null);
    if (probe == null) {
      return nothing(query, "untestable (no probe answers " + query.template() + ")");
    }
    try {
      budget.spendQuery(query.template());
      ProbeAnswer answer = probe.ask(query);
      if (book == null) {
        return new Said(answer, null);
      }
      Evidence evidence = book.probe(probe.name(), answer, summary(answer));
      return new Said(answer, evidence.id());
    } catch (FailureException e) {
      return nothing(query, "untestable (" + e.failure().code() + ")");
    }
  }

  private Said nothing(ProbeQuery query, String why) {
    return new Said(ProbeAnswer.failed(query, clock.instant(), why), null);
  }

  private static String summary(ProbeAnswer answer) {
    String of = answer.query().template() + " of database " + answer.query().target();
    String error = answer.error();
    return error == null
        ? of + ": " + answer.rows().size() + " rows"
        : of + ": " + Sentences.plain(error);
  }
}
