package dev.inquest.verification;

import dev.inquest.evidence.ProbeAnswer;
import dev.inquest.hypothesis.Hypothesis;
import dev.inquest.investigation.Figures;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether the lacking index, built on a sampled copy, makes the statement a lot faster. */
final class IndexRehearsal implements Verifier {
  private static final double A_LOT = 3;
  private static final double A_LITTLE = 1.5;

  @Override
  public String id() {
    return "index-rehearsal";
  }

  @Override
  public Finding verify(Inquiry inquiry, Hypothesis hypothesis) {
    List<GrownStatement> suspects = Suspects.of(inquiry, hypothesis);
    if (suspects.isEmpty()) {
      return Finding.untestable("no statement is tied to it");
    }
    return switch (IndexAdvisor.advise(inquiry.witness(), suspects.getFirst())) {
      case IndexAdvisor.Advice.Lacking(IndexAdvice index) -> rehearse(inquiry, index);
      case IndexAdvisor.Advice.Innocent(String sentence, List<String> evidence) ->
          Finding.untestable("no index is lacking to rehearse");
      case IndexAdvisor.Advice.Unknown(String why) -> Finding.untestable(why);
    };
  }

  private static Finding rehearse(Inquiry inquiry, IndexAdvice index) {
    GrownStatement statement = index.statement();
    Witness.Said said =
        inquiry
            .witness()
            .ask(
                "index-rehearsal",
                statement.target(),
                Map.of(
                    "query_id", statement.queryId(),
                    "table", index.table(),
                    "columns", String.join(",", index.columns())));
    if (!said.answered() || said.answer().rows().isEmpty()) {
      return Finding.untestable(said.answered() ? "the rehearsal measured nothing" : said.why());
    }
    return judge(said, index);
  }

  private static Finding judge(Witness.Said said, IndexAdvice index) {
    ProbeAnswer answer = said.answer();
    double before = Rows.number(answer, 0, "before_ms");
    double after = Rows.number(answer, 0, "after_ms");
    double gain = before / Math.max(after, 1e-6);
    boolean used = Boolean.TRUE.equals(Rows.flag(answer, 0, "index_used"));
    String measured =
        "On a copy of "
            + Figures.three(Rows.number(answer, 0, "sample_rows"))
            + " rows it took "
            + Figures.seconds(before / 1e3)
            + " without and "
            + Figures.seconds(after / 1e3)
            + " with the index";
    Map<String, String> facts = new TreeMap<>(index.facts());
    for (String column : answer.columns()) {
      facts.put(column, Rows.text(answer, 0, column));
    }
    if (!used || !(gain >= A_LITTLE)) {
      String why = used ? "." : "; the index was not used.";
      return Finding.refuted(measured + why, said.cited()).with(facts);
    }
    return Finding.supported(measured + ".", gain >= A_LOT ? 1 : 0.5, said.cited()).with(facts);
  }
}
