/** Tests that could refute a hypothesis, and their outcomes. */
@NullMarked
package dev.inquest.verification;

import org.jspecify.annotations.NullMarked;
