package dev.inquest.playbooks.casefile;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the engine needs of an OTLP resource.
 *
 * @param service {@code service.name}
 * @param instance {@code service.instance.id}, else the pod's name
 * @param version {@code service.version}
 */
record OtlpResource(String service, @Nullable String instance, @Nullable String version) {
  static final OtlpResource UNKNOWN = new OtlpResource("unknown_service", null, null);

  static OtlpResource read(JsonCursor cursor) {
    OtlpResource[] found = {UNKNOWN};
    cursor.fields(name -> {
      if (name.equals("attributes")) {
        found[0] = of(OtlpAttributes.read(cursor), cursor);
      } else {
        cursor.skip();
      }
    });
    return found[0];
  }

  private static OtlpResource of(Map<String, String> attributes, JsonCursor cursor) {
    String instance =
        attributes.getOrDefault("service.instance.id", attributes.get("k8s.pod.name"));
    return new OtlpResource(
        cursor.name(attributes.getOrDefault("service.name", UNKNOWN.service())),
        instance == null ? null : cursor.name(instance),
        attributes.get("service.version"));
  }

  void write(ObjectNode resource) {
    ArrayNode attributes = resource.putArray("attributes");
    OtlpAttributes.write(attributes, "service.name", service);
    if (instance != null) {
      OtlpAttributes.write(attributes, "service.instance.id", instance);
    }
    if (version != null) {
      OtlpAttributes.write(attributes, "service.version", version);
    }
  }
}
