package dev.inquest.memory;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Something that can be true of a place in an incident.
 *
 * @param view how the place is looked at
 * @param name of the service or place that it is about; null where it is true of any system
 * @param what the words of an alarm, or a kind of node
 */
record Feature(View view, @Nullable String name, String what) implements Comparable<Feature> {
  /** Ways of looking at a place. */
  enum View {
    /** It has such an alarm. */
    OWN("has"),
    /** It has more such alarms than others that do the same work. */
    MORE("has, more than its siblings,"),
    /** It has fewer. */
    LESS("has less than its siblings of"),
    /** It has an alarm that it seldom has when the fault is elsewhere. */
    RARE("has, as seldom before,"),
    /** What kind of node it is. */
    NODE("is"),
    /** This very service has such an alarm. */
    SERVICE("is of the service and has"),
    /** It is this very service or instance. */
    BIAS("is");

    private final String words;

    View(String words) {
      this.words = words;
    }
  }

  Feature {
    requireNonNull(view, "view");
    requireNonNull(what, "what");
  }

  /** For a reader; holds foreign text. */
  String words() {
    return view.words + " " + what;
  }

  @Override
  public int compareTo(Feature other) {
    return key().compareTo(other.key());
  }

  private String key() {
    return view + "\0" + name + '\0' + what;
  }
}
