/** The exact change an investigation asks for; the gate judges it from its own copy. */
@NullMarked
package dev.inquest.proposal;

import org.jspecify.annotations.NullMarked;
