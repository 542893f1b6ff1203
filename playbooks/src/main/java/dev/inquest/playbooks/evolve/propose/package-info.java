/** What to try next. Sees criticism and memory, never seeds or keys. */
@NullMarked
package dev.inquest.playbooks.evolve.propose;

import org.jspecify.annotations.NullMarked;
