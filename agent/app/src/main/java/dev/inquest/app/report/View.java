package dev.inquest.app.report;

import dev.inquest.verification.Outcome;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What templates call to write values; every result is plain text that Thymeleaf escapes. */
public final class View {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** The one instance that controllers hand to templates. */
  public static final View INSTANCE = new View();

  private View() {}

  public String utc(Instant at) {
    return UTC.format(at);
  }

  public String clock(Instant at) {
    return CLOCK.format(at);
  }

  public String seconds(@Nullable Double seconds) {
    return Words.phase(seconds);
  }

  public String percent(double share) {
    return Words.percent(share);
  }

  public String words(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** {@code supported, refuted, untestable}: a class for the style sheet and a word for people. */
  public String outcome(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Supported _ -> "supported";
      case Outcome.Refuted _ -> "refuted";
      case Outcome.Untestable _ -> "untestable";
    };
  }

  public String because(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Supported supported -> supported.sentence();
      case Outcome.Refuted refuted -> refuted.sentence();
      case Outcome.Untestable untestable -> untestable.why();
    };
  }

  /** {@code add}, {@code del}, {@code hunk} or nothing, for a line of a diff. */
  public String diffClass(String line) {
    if (line.startsWith("@@") || line.startsWith("+++") || line.startsWith("---")) {
      return "hunk";
    }
    return line.startsWith("+") ? "add" : line.startsWith("-") ? "del" : "";
  }

  /** For people: FORMAT's spelling of a verdict as the first word of a page. */
  public String verdict(@Nullable String key) {
    return switch (key) {
      case "identified" -> "Cause found";
      case "no_code_cause" -> "No change of ours";
      case "healthy" -> "Nothing to do";
      case "inconclusive" -> "Inconclusive";
      case null, default -> "Investigating";
    };
  }

  /** Where a proposal stands, as the gate calls its states. */
  public String standing(String state) {
    return switch (state) {
      case "asked" -> "It waits for a person to decide.";
      case "approved" -> "Approved; the merge request is being opened.";
      case "opened" -> "Approved; the merge request is open.";
      case "merged" -> "Approved and merged.";
      case "rejected" -> "Rejected; nothing was changed.";
      case "expired" -> "Nobody answered in time; nothing was changed.";
      case "withdrawn" -> "Withdrawn, because the cause is no longer held; nothing was changed.";
      case "refused" -> "The gate refused it; nobody was asked and nothing was changed.";
      case "failed" -> "Approved, but it could not be carried out.";
      default -> state;
    };
  }

  /** How strongly a test moved its hypothesis, in decibans: ten times the base-10 log. */
  public String strength(double logLikelihoodRatio) {
    double decibans = 10 * logLikelihoodRatio / Math.log(10);
    return (decibans > 0 ? "+" : "") + Words.number(decibans) + " dB";
  }
}
