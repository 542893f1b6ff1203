/** The arena of whole incidents, on few of them. */
@NullMarked
package dev.inquest.playbooks.arena.incidents;

import org.jspecify.annotations.NullMarked;
