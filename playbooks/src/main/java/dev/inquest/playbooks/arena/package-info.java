/** Where playbooks are tried against each other: tasks with known answers, made or stored. */
@NullMarked
package dev.inquest.playbooks.arena;

import org.jspecify.annotations.NullMarked;
