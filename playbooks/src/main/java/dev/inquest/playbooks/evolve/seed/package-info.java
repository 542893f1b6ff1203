/** Where a run's random numbers come from. */
@NullMarked
package dev.inquest.playbooks.evolve.seed;

import org.jspecify.annotations.NullMarked;
