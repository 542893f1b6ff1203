/** Who may decide, and decisions: once, by a named person, on exactly one digest. */
@NullMarked
package dev.inquest.gate.decision;

import org.jspecify.annotations.NullMarked;
