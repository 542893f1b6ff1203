/** Candidate causes. */
@NullMarked
package dev.inquest.hypothesis;

import org.jspecify.annotations.NullMarked;
