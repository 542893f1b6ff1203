package dev.inquest.memory;

import dev.inquest.alert.Alert;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An alarm's kind in words without the names of whom it is about, so that the same kind is known
 * again at another place: in full, and label by label, as a rare full kind may have well-known
 * parts.
 *
 * @param place the instance, or the service where none is named
 * @param peer the other end of what it is about; null where it is about the place alone
 * @param labels the rest, without names
 * @param begun when it first fired
 */
record Alarm(
    String place,
    String service,
    String name,
    @Nullable String peer,
    SortedMap<String, String> labels,
    Instant begun) {
  /** What it is about. */
  enum About {
    /** A measure of the place itself. */
    MEASURE,
    /** Calls, which have two ends. */
    CALL,
    OTHER
  }

  private static final int MAX_LABELS = 6;
  private static final int MAX_VALUE = 100;
  private static final Set<String> WHO =
      Set.of("alertname", "service", "instance", "severity", "peer");

  static Optional<Alarm> of(Alert alert) {
    String service = alert.label("service");
    String instance = alert.label("instance");
    String place = instance == null ? service : instance;
    if (place == null) {
      return Optional.empty();
    }
    String serving = Objects.requireNonNullElse(service, place);
    SortedMap<String, String> labels = new TreeMap<>();
    new TreeMap<>(alert.labels())
        .entrySet().stream()
            .filter(label -> !WHO.contains(label.getKey()))
            .limit(MAX_LABELS)
            .forEach(
                label -> labels.put(label.getKey(), nameless(label.getValue(), place, serving)));
    String name = Objects.requireNonNullElse(alert.label("alertname"), "");
    return Optional.of(
        new Alarm(place, serving, name, alert.label("peer"), labels, alert.startsAt()));
  }

  /** By place: its own words, and where a known one called it, the caller's. */
  Map<String, Set<String>> words(Set<String> known) {
    Map<String, Set<String>> words = new TreeMap<>();
    String way = way(known);
    words.put(place, words(name + way));
    words.get(place).add(name);
    if (way.equals(" from another")) {
      words.put(Objects.requireNonNull(peer), words(name + " of its own call"));
    }
    return words;
  }

  About about() {
    if (peer != null) {
      return About.CALL;
    }
    return labels.containsKey("metric") ? About.MEASURE : About.OTHER;
  }

  /** The alarm's full kind at its place. */
  String kind(Set<String> known) {
    return full(name + way(known));
  }

  private Set<String> words(String start) {
    Set<String> words = new TreeSet<>(List.of(start, full(start)));
    labels.forEach((label, value) -> words.add(start + " " + label + "=" + value));
    return words;
  }

  private String full(String start) {
    return labels.entrySet().stream()
        .map(label -> label.getKey() + "=" + label.getValue())
        .collect(Collectors.joining(" ", start + " ", ""));
  }

  private String way(Set<String> known) {
    if (peer == null) {
      return "";
    }
    if (peer.equals(place)) {
      return " within";
    }
    return known.contains(peer) ? " from another" : " from outside";
  }

  private static String nameless(String value, String place, String service) {
    String cut = value.length() <= MAX_VALUE ? value : value.substring(0, MAX_VALUE);
    return without(service, "@", without(place, "#", cut));
  }

  /** Where the name is a word of its own, not within another. */
  private static String without(String name, String mark, String value) {
    if (name.isEmpty() || !value.contains(name)) {
      return value;
    }
    String word = "(?<![A-Za-z0-9])" + Pattern.quote(name) + "(?![A-Za-z0-9])";
    return Pattern.compile(word).matcher(value).replaceAll(mark);
  }
}
