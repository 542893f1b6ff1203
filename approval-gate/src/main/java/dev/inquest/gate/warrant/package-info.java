/** Signed, single-use permissions. */
@NullMarked
package dev.inquest.gate.warrant;

import org.jspecify.annotations.NullMarked;
