package dev.inquest.app.intake;

import dev.inquest.app.storage.CleanText;
import dev.inquest.change.Change;
import dev.inquest.change.ChangeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Structured CloudEvents 1.0 that carry CDEvents: a service was deployed, upgraded or rolled back.
 * {@code data.customData} may say more: {@code kind, version, commit, author, title, instances}.
 */
@Component
final class CloudEventsSender implements Sender {
  private static final String PREFIX = "dev.cdevents.service.";
  private static final Set<String> DEPLOYS = Set.of("deployed", "upgraded", "rolledback");
  private static final int MAX_INSTANCES = 1_000;
  private final @Nullable String token;

  CloudEventsSender(IntakeProperties properties) {
    this.token = properties.cloudevents().token();
  }

  @Override
  public String source() {
    return "cloudevents";
  }

  @Override
  public boolean configured() {
    return token != null && !token.isBlank();
  }

  @Override
  public boolean admits(HttpHeaders headers) {
    return token != null && Secrets.bearer(headers, token);
  }

  @Override
  public boolean verified(HttpHeaders headers, byte[] body) {
    return true;
  }

  @Override
  public Parsed parse(HttpHeaders headers, JsonNode body) {
    if (!"1.0".equals(JsonForm.text(body, "specversion"))) {
      throw JsonForm.malformed("specversion is not 1.0");
    }
    String source = JsonForm.text(body, "source");
    String id = JsonForm.text(body, "id");
    String type = JsonForm.text(body, "type");
    String key = CleanText.of(source + ' ' + id, 2 * JsonForm.MAX_NAME_CHARS);
    return new Parsed(key, isDeploy(type) ? told(source, id, body) : ignored(type));
  }

  private static boolean isDeploy(String type) {
    if (!type.startsWith(PREFIX)) {
      return false;
    }
    String verb = type.substring(PREFIX.length());
    int dot = verb.indexOf('.');
    return DEPLOYS.contains(dot < 0 ? verb : verb.substring(0, dot));
  }

  private static Interpretation ignored(String type) {
    return new Interpretation.Ignored("event type " + CleanText.of(type, 100));
  }

  private static Interpretation told(String source, String id, JsonNode body) {
    JsonNode data = JsonForm.object(body, "data");
    JsonNode subject = JsonForm.object(data, "subject");
    JsonNode custom = data.path("customData");
    if (!custom.isMissingNode() && !custom.isNull() && !custom.isObject()) {
      throw JsonForm.malformed("customData is not an object");
    }
    Change change =
        new Change(
            id,
            kind(JsonForm.textOrNull(custom, "kind")),
            JsonForm.instant(body, "time"),
            JsonForm.text(subject, "id"),
            JsonForm.textOrNull(custom, "version"),
            JsonForm.textOrNull(custom, "commit"),
            JsonForm.textOrNull(custom, "author"),
            JsonForm.textOrNull(custom, "title"),
            List.of(),
            null,
            instances(custom));
    return new Interpretation.Told(CleanText.of(source, JsonForm.MAX_NAME_CHARS), change);
  }

  private static ChangeKind kind(@Nullable String name) {
    return switch (name == null ? "deploy" : name.toLowerCase(Locale.ROOT)) {
      case "deploy" -> ChangeKind.DEPLOY;
      case "migration" -> ChangeKind.MIGRATION;
      case "flag" -> ChangeKind.FLAG;
      case "config" -> ChangeKind.CONFIG;
      default -> throw JsonForm.malformed("customData.kind is not deploy, migration, flag, config");
    };
  }

  private static List<String> instances(JsonNode custom) {
    List<String> instances = new ArrayList<>();
    if (custom.has("instances")) {
      for (JsonNode node : JsonForm.array(custom, "instances", MAX_INSTANCES)) {
        if (!node.isString()) {
          throw JsonForm.malformed("instances holds something other than strings");
        }
        instances.add(CleanText.of(node.stringValue(), JsonForm.MAX_NAME_CHARS));
      }
    }
    return instances;
  }
}
