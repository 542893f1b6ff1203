package dev.inquest.playbooks.casefile;

import dev.inquest.evidence.SampledTrace;
import java.util.List;
import java.util.stream.IntStream;

/** Reads as many made traces as it is told, within a budget; in a JVM with a small heap. */
final class ReadsMany {
  static final int FITTED = 10;
  static final int DID_NOT_FIT = 11;

  private ReadsMany() {}

  public static void main(String[] arguments) {
    int count = Integer.parseInt(arguments[0]);
    ManyLines in =
        new ManyLines(IntStream.range(0, count).boxed().flatMap(BoundedReadingTest::trace));
    int status;
    try {
      List<SampledTrace> kept =
          OtlpTraces.kept(in, "traces.otlp.jsonl", Long.parseLong(arguments[1])).all();
      status = kept.isEmpty() ? 1 : FITTED;
    } catch (OutOfMemoryError full) {
      status = DID_NOT_FIT;
    }
    System.exit(status);
  }
}
