/** Whole runs on an arena whose truth is known. */
@NullMarked
package dev.inquest.playbooks.evolve.loop;

import org.jspecify.annotations.NullMarked;
