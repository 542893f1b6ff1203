package dev.inquest.playbooks.replay;

import dev.inquest.diagnosis.Cause;
import dev.inquest.diagnosis.Details;
import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.diagnosis.RefutedChange;
import dev.inquest.playbooks.casefile.DiagnosisJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Outcomes in words: verdict first. Text of others is stripped of control characters. */
final class ReplayText {
  private static final int MAX_CELL_CHARACTERS = 60;
  private static final int RUNNERS_UP = 3;

  private ReplayText() {}

  /** One case in full, several as an aligned table. */
  static String text(List<ReplayOutcome> outcomes) {
    if (outcomes.size() == 1) {
      return one(outcomes.getFirst(), "", "  ");
    }
    List<List<String>> rows =
        Stream.concat(
                Stream.of(List.of("CASE", "VERDICT", "CONF.", "CAUSE")),
                outcomes.stream().map(ReplayText::row))
            .toList();
    int[] widths = new int[4];
    rows.forEach(row -> {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    });
    return rows.stream()
        .map(row -> aligned(row, widths))
        .collect(Collectors.joining("\n", "", "\n" + summary(outcomes)));
  }

  static String markdown(List<ReplayOutcome> outcomes) {
    return outcomes.stream()
        .map(o -> "## " + plain(o.dataset() + "/" + o.caseId()) + "\n\n" + one(o, "\n", "- "))
        .collect(Collectors.joining("\n"));
  }

  private static String one(ReplayOutcome outcome, String gap, String bullet) {
    return switch (outcome) {
      case ReplayOutcome.Failed failed -> "Could not be read: " + plain(failed.error()) + "\n";
      case ReplayOutcome.Diagnosed diagnosed -> full(diagnosed.diagnosis(), gap, bullet);
    };
  }

  private static String full(Diagnosis diagnosis, String gap, String bullet) {
    Details details = diagnosis.details();
    StringBuilder out = new StringBuilder(plain(diagnosis.sentence())).append('\n');
    List<Cause> causes = details.causes();
    section(out, gap, bullet, "Causes", causes.stream().limit(RUNNERS_UP).map(ReplayText::cause));
    section(out, gap, bullet, "Ruled out", details.refuted().stream().map(ReplayText::refuted));
    section(out, gap, bullet, "Not checked", details.missing().stream());
    section(out, gap, bullet, "Impact", Stream.of(details.impact()).filter(s -> !s.isBlank()));
    return out.toString();
  }

  private static void section(
      StringBuilder out, String gap, String bullet, String title, Stream<String> lines) {
    List<String> all = lines.map(ReplayText::plain).toList();
    if (!all.isEmpty()) {
      out.append(gap).append(title).append('\n').append(gap);
      all.forEach(line -> out.append(bullet).append(line).append('\n'));
    }
  }

  private static String cause(Cause cause) {
    String evidence =
        cause.evidence().isEmpty() ? "" : " [" + String.join(" ", cause.evidence()) + "]";
    return number(cause.confidence()) + "  " + cause.claim() + evidence;
  }

  private static String refuted(RefutedChange refuted) {
    return refuted.change() + ": " + refuted.reason();
  }

  private static List<String> row(ReplayOutcome outcome) {
    String id = plain(outcome.dataset() + "/" + outcome.caseId());
    return switch (outcome) {
      case ReplayOutcome.Failed failed -> List.of(id, "error", "", plain(failed.error()));
      case ReplayOutcome.Diagnosed(String c, String d, Diagnosis diagnosis, var took) -> {
        List<Cause> causes = diagnosis.details().causes();
        String sure = causes.isEmpty() ? "" : number(causes.getFirst().confidence());
        String named = causes.isEmpty() ? "" : cell(causes.getFirst());
        yield List.of(id, DiagnosisJson.verdict(diagnosis), sure, named);
      }
    };
  }

  private static String cell(Cause cause) {
    List<String> words = new ArrayList<>();
    words.add(cause.kind().name().toLowerCase(Locale.ROOT));
    Stream.of(cause.change(), cause.service(), cause.instance(), cause.indicator())
        .filter(word -> word != null)
        .forEach(words::add);
    return plain(String.join(" ", words));
  }

  private static String aligned(List<String> row, int[] widths) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < row.size() - 1; i++) {
      out.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
    }
    String last = row.getLast();
    boolean fits = last.length() <= MAX_CELL_CHARACTERS;
    return out.append(fits ? last : last.substring(0, MAX_CELL_CHARACTERS - 1) + "…")
        .toString()
        .stripTrailing();
  }

  private static String summary(List<ReplayOutcome> outcomes) {
    long failed = outcomes.stream().filter(o -> o instanceof ReplayOutcome.Failed).count();
    String unread = failed == 0 ? "" : ", " + failed + " could not be read";
    return outcomes.size() + " cases" + unread + "\n";
  }

  private static String number(double confidence) {
    return String.format(Locale.ROOT, "%.2f", confidence);
  }

  private static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }
}
