/** The bound, on paper and by simulation. */
@NullMarked
package dev.inquest.playbooks.evolve.wealth;

import org.jspecify.annotations.NullMarked;
