package dev.inquest.gate.policy;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A map of the policy file, read strictly: complaints are collected with the path of the key. */
final class YamlNode {
  private final String path;
  private final Map<?, ?> values;
  private final List<String> complaints;

  YamlNode(String path, @Nullable Object value, List<String> complaints) {
    this.path = path;
    this.complaints = complaints;
    this.values = value instanceof Map<?, ?> map ? map : Map.of();
    if (!(value instanceof Map)) {
      complaints.add(path + " must be a map");
    }
  }

  /** Complains of every key that is not one of these. */
  YamlNode onlyKeys(String... allowed) {
    Set<String> unknown = new TreeSet<>();
    values.keySet().forEach(key -> unknown.add(String.valueOf(key)));
    List.of(allowed).forEach(unknown::remove);
    unknown.forEach(key -> complaints.add(path + key + " is not a key of the policy"));
    return this;
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  YamlNode map(String key) {
    return new YamlNode(path + key + ".", values.get(key), complaints);
  }

  int number(String key, int min, int max) {
    Object value = values.get(key);
    if (value instanceof Integer number && number >= min && number <= max) {
      return number;
    }
    complaints.add(path + key + " must be a whole number from " + min + " to " + max);
    return min;
  }

  boolean flag(String key) {
    if (values.get(key) instanceof Boolean flag) {
      return flag;
    }
    complaints.add(path + key + " must be true or false");
    return false;
  }

  String text(String key) {
    if (values.get(key) instanceof String text) {
      return text;
    }
    complaints.add(path + key + " must be text");
    return "";
  }

  List<String> texts(String key) {
    if (values.get(key) instanceof List<?> list
        && list.stream().allMatch(String.class::isInstance)) {
      return list.stream().map(String.class::cast).toList();
    }
    complaints.add(path + key + " must be a list of texts");
    return List.of();
  }

  Duration duration(String key, Duration max) {
    String text = text(key);
    try {
      Duration duration = Duration.parse(text);
      if (duration.isPositive() && duration.compareTo(max) <= 0) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      complaints.add(path + key + " must be an ISO-8601 duration such as PT4H, not " + text);
      return max;
    }
    complaints.add(path + key + " must be positive and at most " + max);
    return max;
  }

  void complain(String key, String what) {
    complaints.add(path + key + " " + what);
  }
}
