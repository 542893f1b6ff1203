package dev.inquest.app.report;

/** Writes an incident's report once it is closed, and again when more is known. */
public interface ReportWriter {
  void write(String incident);
}
