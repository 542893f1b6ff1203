/** What a better candidate must not have made worse. */
@NullMarked
package dev.inquest.playbooks.evolve.guard;

import org.jspecify.annotations.NullMarked;
