package dev.inquest.playbooks.casefile;

import dev.inquest.evidence.MetricSeries;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads OpenMetrics text line by line; gives away each family's series when the family ends. */
final class OpenMetricsReading {
  private static final int MAX_SAMPLES = 20_000_000;

  private static final byte[] NOTHING_LIKELY = {};
  private static final byte[] COMMENT = {'#', ' '};

  private final String file;
  private final Consumer<List<MetricSeries>> sink;
  private final Set<String> begun = new HashSet<>();
  private final PlainSample plain = new PlainSample();
  private @Nullable MetricFamily family;
  private @Nullable OpenMetricsSample last;
  private byte[] lastPrefix = NOTHING_LIKELY;
  private Samples lastSamples = new Samples();
  private int samples;

  OpenMetricsReading(String file, Consumer<List<MetricSeries>> sink) {
    this.file = file;
    this.sink = sink;
  }

  void read(InputStream in) {
    BoundedLines lines = new BoundedLines(in, file);
    boolean ended = false;
    while (lines.next(lastPrefix)) {
      if (ended) {
        throw Malformed.at(file, lines.number(), "something follows # EOF");
      }
      try {
        ended = line(lines);
      } catch (IllegalArgumentException | ArithmeticException e) {
        throw Malformed.at(file, lines.number(), String.valueOf(e.getMessage()), e);
      }
    }
    if (!ended) {
      throw Malformed.at(file, lines.number(), "does not end with # EOF");
    }
  }

  /** Whether it was the last. */
  private boolean line(BoundedLines lines) {
    if (!lines.startsWith(COMMENT)) {
      sample(lines);
      return false;
    }
    String line = lines.text();
    boolean ended = line.equals("# EOF");
    if (ended) {
      end();
    } else {
      description(line.split(" ", 4));
    }
    return ended;
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

  private void sample(BoundedLines lines) {
    OpenMetricsSample sample = last;
    boolean known = sample != null && lines.startsWith(lastPrefix);
    if (++samples > MAX_SAMPLES) {
      throw new IllegalArgumentException("more than " + MAX_SAMPLES + " samples");
    }
    if (known && lines.plain(lastPrefix, plain)) {
      lastSamples.add(plain.millis(), plain.value());
      return;
    }
    String line = lines.text();
    if (sample == null || !known) {
      sample = series(OpenMetricsSample.parse(line));
    }
    lastSamples.add(sample.millis(line), sample.value(line));
  }

  /** Turns to the series that a line begins. */
  private OpenMetricsSample series(OpenMetricsSample sample) {
    String name = sample.id().name();
    MetricFamily here = family != null && family.holds(name) ? family : begin(name);
    lastSamples = here.samples(sample.id());
    lastPrefix = sample.prefix().getBytes(StandardCharsets.UTF_8);
    last = sample;
    return sample;
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
    lastPrefix = NOTHING_LIKELY;
  }
}
