package dev.inquest.gate.warrant;

import org.jspecify.annotations.Nullable;

/** A warrant that does not hold; nothing is done under it. */
public final class WarrantException extends RuntimeException {
  public WarrantException(String why, @Nullable Throwable cause) {
    super(why, cause);
  }
}
