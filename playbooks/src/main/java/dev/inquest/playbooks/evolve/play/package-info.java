/** Many trials at once, in an order that does not depend on how many at once. */
@NullMarked
package dev.inquest.playbooks.evolve.play;

import org.jspecify.annotations.NullMarked;
