/** What the gate counts of its own work; never part of a decision. */
@NullMarked
package dev.inquest.gate.metrics;

import org.jspecify.annotations.NullMarked;
