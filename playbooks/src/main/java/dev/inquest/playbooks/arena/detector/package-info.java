/** Playbooks against each other at watching one series, row by row. */
@NullMarked
package dev.inquest.playbooks.arena.detector;

import org.jspecify.annotations.NullMarked;
