/** Who may decide. */
@NullMarked
package dev.inquest.gate.decision;

import org.jspecify.annotations.NullMarked;
