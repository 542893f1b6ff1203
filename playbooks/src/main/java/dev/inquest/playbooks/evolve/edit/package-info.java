/** Changes to playbooks that leave them valid, and their prose and comments alone. */
@NullMarked
package dev.inquest.playbooks.evolve.edit;

import org.jspecify.annotations.NullMarked;
