/** The gate's hand: what opens a merge request once a warrant is claimed. */
@NullMarked
package dev.inquest.gate.actuator;

import org.jspecify.annotations.NullMarked;
