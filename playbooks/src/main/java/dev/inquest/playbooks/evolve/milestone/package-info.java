/** What a run is worth on tasks that never steered it. */
@NullMarked
package dev.inquest.playbooks.evolve.milestone;

import org.jspecify.annotations.NullMarked;
