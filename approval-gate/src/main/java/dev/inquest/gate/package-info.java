/** The gate's wiring: what runs in the one process that can act. */
@NullMarked
package dev.inquest.gate;

import org.jspecify.annotations.NullMarked;
