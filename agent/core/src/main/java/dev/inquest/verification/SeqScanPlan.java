package dev.inquest.verification;

import dev.inquest.hypothesis.Hypothesis;
import dev.inquest.investigation.Figures;
import java.util.List;

/** Whether the accused statement reads a large table from end to end for want of an index. */
final class SeqScanPlan implements Verifier {
  @Override
  public String id() {
    return "seq-scan-plan";
  }

  @Override
  public Finding verify(Inquiry inquiry, Hypothesis hypothesis) {
    List<GrownStatement> suspects = Suspects.of(inquiry, hypothesis);
    if (suspects.isEmpty()) {
      return Finding.untestable("no statement is tied to it");
    }
    return switch (IndexAdvisor.advise(inquiry.witness(), suspects.getFirst())) {
      case IndexAdvisor.Advice.Lacking(IndexAdvice index) -> lacking(index);
      case IndexAdvisor.Advice.Innocent(String sentence, List<String> evidence) ->
          Finding.refuted(sentence, evidence);
      case IndexAdvisor.Advice.Unknown(String why) -> Finding.untestable(why);
    };
  }

  private static Finding lacking(IndexAdvice index) {
    String rows =
        Double.isNaN(index.tableRows())
            ? ""
            : " (about " + Figures.three(index.tableRows()) + " rows)";
    return Finding.supported(
            "Its plan reads all of "
                + index.table()
                + rows
                + " to filter on "
                + String.join(", ", index.columns())
                + "; no index leads with "
                + (index.columns().size() == 1 ? "it." : "any of them."),
            1,
            index.evidence())
        .with(index.facts());
  }
}
