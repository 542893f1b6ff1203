/** Tests of the gate's settings. */
@NullMarked
package dev.inquest.gate;

import org.jspecify.annotations.NullMarked;
