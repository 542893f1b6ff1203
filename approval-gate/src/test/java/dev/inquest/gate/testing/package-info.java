/** Real servers and repositories for the gate's tests. */
@NullMarked
package dev.inquest.gate.testing;

import org.jspecify.annotations.NullMarked;
