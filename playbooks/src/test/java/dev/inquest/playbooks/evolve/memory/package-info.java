/** Lessons and criticism. */
@NullMarked
package dev.inquest.playbooks.evolve.memory;

import org.jspecify.annotations.NullMarked;
