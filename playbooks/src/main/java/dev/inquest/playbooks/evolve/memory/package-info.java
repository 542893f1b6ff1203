/** What a run has learned and where it still fails, in words and numbers of its own. */
@NullMarked
package dev.inquest.playbooks.evolve.memory;

import org.jspecify.annotations.NullMarked;
