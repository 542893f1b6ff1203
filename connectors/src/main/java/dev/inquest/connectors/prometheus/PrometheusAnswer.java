package dev.inquest.connectors.prometheus;

import dev.inquest.connectors.http.HttpRefusal;
import dev.inquest.connectors.resilience.FailureCodes;
import dev.inquest.connectors.resilience.Redacted;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A successful answer: {@code {"status": "success", "data": …, "warnings": […]}}.
 *
 * @param warnings the source's own, redacted, at most twenty
 */
record PrometheusAnswer(JsonNode data, List<String> warnings) {
  static final String SUBJECT = "prometheus";

  /** The query was understood and could not be run: its failure may lie in one part of it. */
  static final String NOT_RUN = "source-query-failed";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MAX_WARNINGS = 20;

  PrometheusAnswer {
    warnings = List.copyOf(warnings);
  }

  /**
   * @throws FailureException where the status or the form of the body says that there is no answer
   */
  static PrometheusAnswer of(int status, byte[] body) {
    if (status / 100 != 2) {
      throw new FailureException(refusal(status, body));
    }
    JsonNode root = parse(body);
    if (!"success".equals(root.path("status").stringValue(null)) || !root.has("data")) {
      throw nonsense("it says neither success nor data");
    }
    return new PrometheusAnswer(root.get("data"), warnings(root.path("warnings")));
  }

  static FailureException nonsense(String what) {
    return new FailureException(
        Failure.permanent(FailureCodes.NONSENSE, SUBJECT, "Prometheus answered nonsense: " + what));
  }

  private static Failure refusal(int status, byte[] body) {
    String said = "Prometheus answered " + status + reason(body);
    return status == 422
        ? Failure.permanent(NOT_RUN, SUBJECT, said)
        : HttpRefusal.of(SUBJECT, status, said);
  }

  /** What the error's JSON says; a proxy's HTML says nothing to us. */
  private static String reason(byte[] body) {
    try {
      String text = Redacted.text(JSON.readTree(body).path("error").stringValue(""));
      return text.isEmpty() ? "" : ": " + text;
    } catch (JacksonException e) {
      return "";
    }
  }

  private static JsonNode parse(byte[] body) {
    try {
      JsonNode root = JSON.readTree(body);
      if (root == null || !root.isObject()) {
        throw nonsense("it is no JSON object");
      }
      return root;
    } catch (JacksonException e) {
      throw nonsense("it is no JSON, or cut short");
    }
  }

  private static List<String> warnings(JsonNode node) {
    List<String> found = new ArrayList<>();
    for (JsonNode warning : node) {
      if (found.size() < MAX_WARNINGS && warning.isString()) {
        found.add(Redacted.text(warning.stringValue()));
      }
    }
    return found;
  }
}
