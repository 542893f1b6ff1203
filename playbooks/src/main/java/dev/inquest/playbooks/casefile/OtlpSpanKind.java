package dev.inquest.playbooks.casefile;

import dev.inquest.evidence.SpanKind;
import java.util.Arrays;
import java.util.Optional;

/** Span kinds by their numbers in OTLP. */
final class OtlpSpanKind {
  private OtlpSpanKind() {}

  static int number(SpanKind kind) {
    return switch (kind) {
      case UNSPECIFIED -> 0;
      case INTERNAL -> 1;
      case SERVER -> 2;
      case CLIENT -> 3;
      case PRODUCER -> 4;
      case CONSUMER -> 5;
    };
  }

  /** By number or by protobuf's name, {@code SPAN_KIND_SERVER}. */
  static Optional<SpanKind> of(String text) {
    return Arrays.stream(SpanKind.values())
        .filter(k -> text.equals("" + number(k)) || text.equals("SPAN_KIND_" + k.name()))
        .findFirst();
  }
}
