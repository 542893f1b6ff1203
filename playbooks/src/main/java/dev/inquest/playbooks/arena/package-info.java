/** Diagnoses against answers: the scores that learning is judged by. */
@NullMarked
package dev.inquest.playbooks.arena;

import org.jspecify.annotations.NullMarked;
