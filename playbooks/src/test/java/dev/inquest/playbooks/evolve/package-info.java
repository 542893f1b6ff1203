/** The loop, held against an arena whose truth is known. */
@NullMarked
package dev.inquest.playbooks.evolve;

import org.jspecify.annotations.NullMarked;
