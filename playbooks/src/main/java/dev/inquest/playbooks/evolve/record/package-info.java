/** What is written of a round and read again. */
@NullMarked
package dev.inquest.playbooks.evolve.record;

import org.jspecify.annotations.NullMarked;
