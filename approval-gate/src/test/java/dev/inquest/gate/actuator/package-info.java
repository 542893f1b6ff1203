/** Tests of the gate's hand. */
@NullMarked
package dev.inquest.gate.actuator;

import org.jspecify.annotations.NullMarked;
