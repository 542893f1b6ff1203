/** The arena of whole incidents, made and real. */
@NullMarked
package dev.inquest.playbooks.arena.incidents;

import org.jspecify.annotations.NullMarked;
