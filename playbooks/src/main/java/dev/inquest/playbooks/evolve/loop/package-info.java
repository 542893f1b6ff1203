/** The rounds: plan, candidate, evaluation, keep or revert. */
@NullMarked
package dev.inquest.playbooks.evolve.loop;

import org.jspecify.annotations.NullMarked;
