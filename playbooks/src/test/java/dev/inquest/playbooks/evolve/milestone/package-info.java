/** Intervals held against known answers. */
@NullMarked
package dev.inquest.playbooks.evolve.milestone;

import org.jspecify.annotations.NullMarked;
