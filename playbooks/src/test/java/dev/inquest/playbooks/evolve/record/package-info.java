/** Records that are read again. */
@NullMarked
package dev.inquest.playbooks.evolve.record;

import org.jspecify.annotations.NullMarked;
