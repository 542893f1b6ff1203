/** Playbooks that improve themselves, with a bound on keeping what is worthless. */
@NullMarked
package dev.inquest.playbooks.evolve;

import org.jspecify.annotations.NullMarked;
