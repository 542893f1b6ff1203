package dev.inquest.playbooks.casefile;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.topology.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Writes a case as a folder; a part that is empty has no file. Equal cases give equal bytes. */
public final class CaseWriter {
  private CaseWriter() {}

  /**
   * @param folder made where it is not there; files of other parts in it are left alone
   * @throws FailureException {@code case-not-written} where the disk refuses
   */
  public static void write(Path folder, CaseFile file) {
    try {
      Files.createDirectories(folder);
      for (Map.Entry<String, byte[]> entry : files(file).entrySet()) {
        Files.write(folder.resolve(entry.getKey()), entry.getValue());
      }
    } catch (IOException e) {
      throw new FailureException(
          Failure.transientFailure(
              "case-not-written", file.info().id(), "the case could not be written to disk"),
          e);
    }
  }

  /** The files by name, as they would be written. */
  public static Map<String, byte[]> files(CaseFile file) {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("case.json", CaseInfoJson.write(file.info()));
    if (!file.alerts().isEmpty()) {
      files.put("alert.json", AlertsJson.write(file.alerts(), file.info().id()));
    }
    if (!file.metrics().isEmpty()) {
      files.put("metrics.om", OpenMetricsText.write(file.metrics()));
    }
    if (!file.traces().isEmpty()) {
      files.put("traces.otlp.jsonl", OtlpTraces.write(file.traces()));
    }
    if (!file.logs().isEmpty()) {
      files.put("logs.otlp.jsonl", OtlpLogs.write(file.logs()));
    }
    if (!file.changes().isEmpty()) {
      files.put("changes.json", ChangesJson.write(file.changes()));
    }
    if (!file.topology().equals(Topology.EMPTY)) {
      files.put("topology.json", TopologyJson.write(file.topology()));
    }
    if (!file.probes().isEmpty()) {
      files.put("database.jsonl", ProbesJson.write(file.probes()));
    }
    return files;
  }
}
