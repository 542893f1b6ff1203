/** What Inquest makes of its own diagnoses, held against what turned out. */
@NullMarked
package dev.inquest.playbooks.criticism;

import org.jspecify.annotations.NullMarked;
