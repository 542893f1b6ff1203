/** What the agent asks for, and what the gate makes of it. */
@NullMarked
package dev.inquest.gate.proposal;

import org.jspecify.annotations.NullMarked;
