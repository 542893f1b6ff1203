package dev.inquest.app.recorder;

import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Who sent it.
 *
 * @param service {@code service.name}, or {@code unknown}
 * @param instance {@code service.instance.id}, else the pod's or the host's name
 */
record Resources(String service, @Nullable String instance, @Nullable String version) {
  private static final String UNKNOWN = "unknown";

  static Resources of(Resource resource) {
    String service = UNKNOWN;
    String instance = null;
    String pod = null;
    String host = null;
    String version = null;
    for (KeyValue attribute : resource.getAttributesList()) {
      String value = Attributes.text(attribute.getValue());
      switch (attribute.getKey()) {
        case "service.name" -> service = value.isEmpty() ? UNKNOWN : value;
        case "service.instance.id" -> instance = value;
        case "service.version" -> version = value;
        case "k8s.pod.name" -> pod = value;
        case "host.name" -> host = value;
        default -> {
          // What else a resource says is of no use to the engine.
        }
      }
    }
    String where = instance != null ? instance : pod != null ? pod : host;
    return new Resources(service, where, version);
  }
}
