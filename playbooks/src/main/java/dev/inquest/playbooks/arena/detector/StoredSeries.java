package dev.inquest.playbooks.arena.detector;

import dev.inquest.evidence.MetricSeries;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.playbooks.arena.Split;
import dev.inquest.playbooks.casefile.CaseFile;
import dev.inquest.playbooks.casefile.CaseReader;
import dev.inquest.playbooks.casefile.TimeSpan;
import dev.inquest.playbooks.casefile.WindowsJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;

/**
 * Series that happened, with their windows, in two halves by a hash of their names.
 *
 * @param training may be looked at any number of times
 * @param sealed opened at milestones only
 */
record StoredSeries(List<LabelledSeries> training, List<LabelledSeries> sealed) {
  /** The class of all of them. */
  static final String CLASS = "real";

  static final StoredSeries NONE = new StoredSeries(List.of(), List.of());

  StoredSeries {
    training = List.copyOf(training);
    sealed = List.copyOf(sealed);
  }

  /**
   * @param folder a data set: a folder of cases of one series each
   * @param truth their windows, a line a case; cases without one are left out
   * @throws FailureException where either cannot be read
   */
  static StoredSeries read(Path folder, Path truth) {
    SortedMap<String, List<TimeSpan>> windows = windows(truth);
    List<LabelledSeries> training = new ArrayList<>();
    List<LabelledSeries> sealed = new ArrayList<>();
    for (Path each : CaseReader.cases(folder)) {
      String name = String.valueOf(each.getFileName());
      List<TimeSpan> spans = windows.get(name);
      if (spans != null) {
        CaseFile file = CaseReader.read(each);
        String dataset = file.info().dataset();
        LabelledSeries series = labelled(dataset + "/" + name, only(file), spans);
        (Split.sealed(dataset, name) ? sealed : training).add(series);
      }
    }
    return new StoredSeries(training, sealed);
  }

  private static LabelledSeries labelled(String id, MetricSeries series, List<TimeSpan> spans) {
    double[] values = new double[series.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = series.valueAt(i);
    }
    List<Window> windows =
        spans.stream()
            .map(span -> new Window(row(id, series, span.from()), row(id, series, span.to())))
            .sorted(Comparator.comparingInt(Window::left))
            .toList();
    return new LabelledSeries(id, CLASS, values, windows, false);
  }

  private static int row(String id, MetricSeries series, double seconds) {
    long millis = Math.round(seconds * 1e3);
    int row = series.firstAtOrAfter(millis);
    if (row == series.size() || series.millisAt(row) != millis) {
      throw failed(id + ": a window's edge is at none of its rows", null);
    }
    return row;
  }

  private static MetricSeries only(CaseFile file) {
    if (file.metrics().size() != 1) {
      throw failed(file.info().id() + " holds " + file.metrics().size() + " series, not one", null);
    }
    return file.metrics().getFirst();
  }

  private static SortedMap<String, List<TimeSpan>> windows(Path truth) {
    try (InputStream in = Files.newInputStream(truth)) {
      return WindowsJson.read(in, String.valueOf(truth.getFileName()));
    } catch (IOException e) {
      throw failed("the file of answers cannot be read", e);
    }
  }

  private static FailureException failed(
      String message, @org.jspecify.annotations.Nullable Exception cause) {
    Failure failure = Failure.permanent("series-unreadable", "train", message);
    return cause == null ? new FailureException(failure) : new FailureException(failure, cause);
  }
}
