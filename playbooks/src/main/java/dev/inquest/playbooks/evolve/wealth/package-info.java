/** Whether a candidate is better, at an error that adds up over a run. */
@NullMarked
package dev.inquest.playbooks.evolve.wealth;

import org.jspecify.annotations.NullMarked;
