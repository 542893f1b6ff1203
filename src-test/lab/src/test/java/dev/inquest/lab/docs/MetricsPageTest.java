package dev.inquest.lab.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of metrics has what the code registers, with its labels, and nothing else. */
class MetricsPageTest {
  /** From the call that names a meter to the end of its statement. */
  private static final Pattern REGISTERED =
      Pattern.compile(
          "(counter|gauge|timer|summary|Counter\\.builder|Gauge\\.builder|Timer\\.builder"
              + "|DistributionSummary\\.builder|createNotStarted)"
              + "\\(\\s*\"(inquest\\.[a-z.]+)\"([^;]*);");

  private static final Pattern LABEL =
      Pattern.compile("(?:lowCardinalityKeyValue|tag)\\(\\s*\"([a-z_]+)\"");
  private static final Pattern PAIR = Pattern.compile("\"([a-z_]+)\",");
  private static final Pattern ROW =
      Pattern.compile("^\\| `(inquest_[a-z_]+)` \\|([^|]*)\\|", Pattern.MULTILINE);

  @Test
  void thePageIsWhatIsRegistered() {
    Map<String, Set<String>> registered = registered();
    assertThat(registered).hasSizeGreaterThan(8);
    assertThat(documented()).isEqualTo(registered);
  }

  private static Map<String, Set<String>> documented() {
    Map<String, Set<String>> documented = new TreeMap<>();
    Matcher row = ROW.matcher(Checkout.read("docs/reference/metrics.md"));
    while (row.find()) {
      Set<String> labels = new TreeSet<>();
      Matcher label = Pattern.compile("`([a-z_]+)`").matcher(row.group(2));
      while (label.find()) {
        labels.add(label.group(1));
      }
      documented.put(row.group(1), labels);
    }
    return documented;
  }

  private static Map<String, Set<String>> registered() {
    Map<String, Set<String>> registered = new TreeMap<>();
    for (Path file : Checkout.sources(".java")) {
      Matcher call = REGISTERED.matcher(Checkout.read(file));
      while (call.find()) {
        registered.put(exposed(call.group(1), call.group(2)), labels(call.group(1), call.group(3)));
      }
    }
    return registered;
  }

  /** As Micrometer's Prometheus registry spells it. */
  private static String exposed(String call, String name) {
    String bare = name.replace('.', '_');
    return switch (call) {
      case "counter", "Counter.builder" -> bare + "_total";
      case "timer", "Timer.builder", "createNotStarted" -> bare + "_seconds";
      default -> bare;
    };
  }

  private static Set<String> labels(String call, String rest) {
    Set<String> labels = new TreeSet<>();
    Matcher named = LABEL.matcher(rest);
    while (named.find()) {
      labels.add(named.group(1));
    }
    Matcher pair = PAIR.matcher(rest);
    while (call.equals("counter") && pair.find()) {
      labels.add(pair.group(1));
    }
    if (call.equals("createNotStarted")) {
      labels.add("error");
    }
    return labels;
  }
}
