/** What the search makes of what it is told. */
@NullMarked
package dev.inquest.playbooks.evolve.propose;

import org.jspecify.annotations.NullMarked;
