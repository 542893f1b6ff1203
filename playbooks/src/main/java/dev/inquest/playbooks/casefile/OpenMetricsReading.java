package dev.inquest.playbooks.casefile;

import dev.inquest.evidence.MetricSeries;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads OpenMetrics text line by line; gives away each family's series when the family ends. */
final class OpenMetricsReading {
  private static final int MAX_SAMPLES = 20_000_000;

  private final String file;
  private final Consumer<List<MetricSeries>> sink;
  private final Set<String> begun = new HashSet<>();
  private @Nullable MetricFamily family;
  private @Nullable OpenMetricsSample last;
  private int samples;

  OpenMetricsReading(String file, Consumer<List<MetricSeries>> sink) {
    this.file = file;
    this.sink = sink;
  }

  void read(InputStream in) {
    BoundedLines lines = new BoundedLines(in, file);
    boolean ended = false;
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (ended) {
        throw Malformed.at(file, lines.number(), "something follows # EOF");
      }
      ended = line.equals("# EOF");
      try {
        line(line);
      } catch (IllegalArgumentException | ArithmeticException e) {
        throw Malformed.at(file, lines.number(), String.valueOf(e.getMessage()), e);
      }
    }
    if (!ended) {
      throw Malformed.at(file, lines.number(), "does not end with # EOF");
    }
  }

  private void line(String line) {
    if (line.equals("# EOF")) {
      end();
    } else if (line.startsWith("# ")) {
      description(line.split(" ", 4));
    } else {
      sample(line);
    }
  }

  private void description(String[] words) {
    if (words.length < 3 || !Set.of("TYPE", "HELP", "UNIT").contains(words[1])) {
      throw new IllegalArgumentException("expected # TYPE, # HELP, # UNIT or # EOF");
    }
    MetricFamily here = family != null && family.name().equals(words[2]) ? family : begin(words[2]);
    if (words[1].equals("TYPE")) {
      here.type(words.length == 4 ? words[3] : "");
    }
  }

  private void sample(String line) {
    OpenMetricsSample sample =
        last != null && line.startsWith(last.prefix()) ? last : OpenMetricsSample.parse(line);
    if (++samples > MAX_SAMPLES) {
      throw new IllegalArgumentException("more than " + MAX_SAMPLES + " samples");
    }
    String name = sample.id().name();
    MetricFamily here = family != null && family.holds(name) ? family : begin(name);
    here.add(sample.id(), sample.millis(line), sample.value(line));
    last = sample;
  }

  private MetricFamily begin(String name) {
    end();
    if (!begun.add(name)) {
      throw new IllegalArgumentException("the samples of " + name + " are not contiguous");
    }
    MetricFamily next = new MetricFamily(name);
    family = next;
    return next;
  }

  private void end() {
    if (family != null) {
      sink.accept(family.series());
    }
    family = null;
    last = null;
  }
}
