/** The record of a run: chained, checked, taken up again after a crash. */
@NullMarked
package dev.inquest.playbooks.evolve.log;

import org.jspecify.annotations.NullMarked;
