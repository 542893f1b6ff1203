/** Proposals as the gate stores them: copied once from the agent's request, then recomputed. */
@NullMarked
package dev.inquest.gate.proposal;

import org.jspecify.annotations.NullMarked;
