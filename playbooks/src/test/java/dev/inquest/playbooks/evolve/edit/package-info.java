/** Edits of real playbooks. */
@NullMarked
package dev.inquest.playbooks.evolve.edit;

import org.jspecify.annotations.NullMarked;
