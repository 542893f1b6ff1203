/** Seeds. */
@NullMarked
package dev.inquest.playbooks.evolve.seed;

import org.jspecify.annotations.NullMarked;
