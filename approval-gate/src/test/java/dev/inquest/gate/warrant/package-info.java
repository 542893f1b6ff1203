/** Envelopes and single use. */
@NullMarked
package dev.inquest.gate.warrant;

import org.jspecify.annotations.NullMarked;
