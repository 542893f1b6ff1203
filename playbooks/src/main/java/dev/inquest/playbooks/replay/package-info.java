/** Runs the engine over frozen cases; needs nothing but files. */
@NullMarked
package dev.inquest.playbooks.replay;

import org.jspecify.annotations.NullMarked;
