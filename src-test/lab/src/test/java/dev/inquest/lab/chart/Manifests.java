package dev.inquest.lab.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The objects of a rendered chart. */
final class Manifests {
  private final String rendered;
  private final List<Map<String, Object>> objects = new ArrayList<>();

  Manifests(String rendered) {
    this.rendered = rendered;
    for (Object document : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(rendered)) {
      if (document instanceof Map<?, ?> map) {
        @SuppressWarnings("unchecked") // every Kubernetes object is a map with string keys
        Map<String, Object> object = (Map<String, Object>) map;
        objects.add(object);
      }
    }
  }

  boolean has(String kind, String name) {
    return objects.stream().anyMatch(object -> is(object, kind, name));
  }

  Map<String, Object> named(String kind, String name) {
    return objects.stream()
        .filter(object -> is(object, kind, name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + kind + " " + name + " in\n" + rendered));
  }

  private static boolean is(Map<String, Object> object, String kind, String name) {
    return kind.equals(object.get("kind")) && name.equals(at(object, "metadata", "name"));
  }

  /** What a Deployment or a Job makes. */
  static Object pod(Map<String, Object> object) {
    return required(at(object, "spec", "template", "spec"));
  }

  static Object container(Map<String, Object> object) {
    return required(((List<?>) required(at(pod(object), "containers"))).getFirst());
  }

  /** Names of the secrets that anything in there refers to. */
  static Set<String> secrets(Object node) {
    Set<String> found = new TreeSet<>();
    collect(node, found);
    return found;
  }

  private static void collect(@Nullable Object node, Set<String> found) {
    if (node instanceof Map<?, ?> map) {
      for (String reference : List.of("secretKeyRef", "secretRef")) {
        add(at(map, reference, "name"), found);
      }
      add(at(map, "secret", "secretName"), found);
      map.values().forEach(value -> collect(value, found));
    } else if (node instanceof List<?> list) {
      list.forEach(value -> collect(value, found));
    }
  }

  private static void add(@Nullable Object name, Set<String> found) {
    if (name != null) {
      found.add(name.toString());
    }
  }

  static @Nullable Object at(@Nullable Object node, String... path) {
    @Nullable Object here = node;
    for (String step : path) {
      here = here instanceof Map<?, ?> map ? map.get(step) : null;
    }
    return here;
  }

  static Object required(@Nullable Object node) {
    return java.util.Objects.requireNonNull(node);
  }
}
