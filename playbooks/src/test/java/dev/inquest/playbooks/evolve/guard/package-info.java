/** The guards, on paper and by simulation. */
@NullMarked
package dev.inquest.playbooks.evolve.guard;

import org.jspecify.annotations.NullMarked;
