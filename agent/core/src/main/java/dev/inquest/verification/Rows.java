package dev.inquest.verification;

import dev.inquest.evidence.ProbeAnswer;
import org.jspecify.annotations.Nullable;

/** Cells of a probe's answer, whatever number type they came back as from storage. */
final class Rows {
  private Rows() {}

  /** NaN where the cell is no number. */
  static double number(ProbeAnswer answer, int row, String column) {
    Object cell = answer.cell(row, column);
    return cell instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  static double numberOr(ProbeAnswer answer, int row, String column, double otherwise) {
    double value = number(answer, row, column);
    return Double.isFinite(value) ? value : otherwise;
  }

  /** Empty where the cell is null. */
  static String text(ProbeAnswer answer, int row, String column) {
    Object cell = answer.cell(row, column);
    return cell == null ? "" : cell.toString();
  }

  static @Nullable Boolean flag(ProbeAnswer answer, int row, String column) {
    Object cell = answer.cell(row, column);
    return cell instanceof Boolean value ? value : null;
  }
}
