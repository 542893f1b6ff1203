/** Reports. */
@NullMarked
package dev.inquest.playbooks.evolve.report;

import org.jspecify.annotations.NullMarked;
