package dev.inquest.app.cli.remote;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Sentences for what a process did not do, each with what would help. */
final class Refusals {
  private static final String URN = "urn:inquest:problem:";
  private static final int MAX_DETAIL_CHARS = 500;

  private Refusals() {}

  static FailureException of(Side side, Need need, boolean withToken, int status, byte[] body) {
    JsonNode problem = problem(body);
    String code = code(problem);
    String detail = Json.orEmpty(problem, "detail");
    String said = detail.isEmpty() ? "" : " It says: " + sentence(shortened(detail));
    String sentence =
        switch (status) {
          case 401 -> unknownToken(side, need, withToken);
          case 403 -> side.title() + " refused (403)." + said + help(need, code);
          case 404 -> "There is no such thing (404)." + said;
          case 409 -> side.title() + " refused (409)." + said;
          case 429, 503 -> side.title() + " cannot now (" + status + ")." + said;
          default -> side.title() + " answered " + status + "." + said;
        };
    String stable = code.isEmpty() ? "http-" + status : code;
    return failure(stable, side, sentence, status == 429 || status >= 500, null);
  }

  /** Empty where the body is no problem document. */
  private static JsonNode problem(byte[] body) {
    try {
      return Json.read(body, "a problem");
    } catch (FailureException e) {
      return Json.object();
    }
  }

  private static String code(JsonNode problem) {
    String type = Json.orEmpty(problem, "type");
    return type.startsWith(URN) ? type.substring(URN.length()) : Json.orEmpty(problem, "code");
  }

  private static String unknownToken(Side side, Need need, boolean withToken) {
    String wanted = "a token of role " + need.role() + " from inquest.api.tokens[]";
    if (!withToken) {
      return side.title()
          + " wants a token (401): give "
          + wanted
          + " with INQUEST_TOKEN or --token, or name the configuration with --config.";
    }
    String whose = side == Side.AGENT ? " An approver's token is for the gate alone." : "";
    return side.title() + " does not know this token (401): it takes " + wanted + "." + whose;
  }

  /** Where the refusal has a code of its own, the token was not what was wrong. */
  private static String help(Need need, String code) {
    return switch (code) {
      case "", "forbidden" ->
          " This needs a token of role " + need.role() + " from inquest.api.tokens[].";
      case "not-by-token" -> " Sign in on the gate's page to decide this one.";
      default -> "";
    };
  }

  static FailureException notRunning(Side side, List<URI> bases, Exception cause) {
    String where = bases.stream().map(URI::toString).collect(Collectors.joining(" or "));
    return failure(
        "not-running",
        side,
        side.title()
            + " does not answer at "
            + where
            + ": start it with `inquest serve`, or say where it is with "
            + side.option()
            + ".",
        true,
        cause);
  }

  static FailureException timedOut(Side side, URI base, Exception cause) {
    return failure(
        "timed-out", side, side.title() + " at " + base + " did not answer in time.", true, cause);
  }

  static FailureException broken(Side side, URI base, @Nullable Throwable cause) {
    String where = side.title() + " at " + base;
    String sentence =
        switch (cause) {
          case HttpTimeoutException _ -> where + " did not answer in time.";
          case SSLException tls ->
              where + " does not speak TLS in a way that is trusted here: " + tls.getMessage();
          case null, default -> where + " broke off: its answer was no complete HTTP answer.";
        };
    return failure("broken-off", side, sentence, true, cause);
  }

  private static FailureException failure(
      String code, Side side, String sentence, boolean retryable, @Nullable Throwable cause) {
    String subject = side.name().toLowerCase(Locale.ROOT);
    Failure failure = new Failure(code, subject, Printable.line(sentence), retryable);
    return cause == null ? new FailureException(failure) : new FailureException(failure, cause);
  }

  private static String shortened(String text) {
    return text.length() <= MAX_DETAIL_CHARS ? text : text.substring(0, MAX_DETAIL_CHARS) + "…";
  }

  private static String sentence(String text) {
    String begun = Character.toUpperCase(text.charAt(0)) + text.substring(1);
    return begun.endsWith(".") || begun.endsWith("?") ? begun : begun + ".";
  }
}
